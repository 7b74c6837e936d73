package dev.slipway.git.codeowners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kernel.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of GitHub's own description of the format. */
class CodeOwnersTest {

    private static List<String> owners(String text, String path) {
        return CodeOwners.parse("CODEOWNERS", text)
                .of(path)
                .map(CodeOwners.Line::owners)
                .orElse(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "*, any/where.txt, true",
        "*.js, src/deep/a.js, true",
        "*.js, src/a.jsx, false",
        "/build/logs/, build/logs/today/x.log, true",
        "/build/logs/, src/build/logs/x.log, false",
        "docs/*, docs/getting-started.md, true",
        "docs/*, docs/build-app/troubleshooting.md, false",
        "apps/, deep/apps/x/y, true",
        "apps/, apps, false",
        "/docs/, docs/a/b, true",
        "/docs/, other/docs/a, false",
        "/scripts/, scripts/run.sh, true",
        "**/logs, build/logs/x, true",
        "**/logs, deeply/nested/logs/x, true",
        "/apps/github, apps/github/a.txt, true",
        "/apps/**/*.tf, apps/a/b/c.tf, true",
        "/apps/**/*.tf, apps/c.tf, true",
        "a?c.txt, abc.txt, true",
        "a?c.txt, a/c.txt, false",
        "README.md, docs/README.md, true",
        "/README.md, docs/README.md, false",
        "src/**, src/a/b.java, true",
        "with\\ space.txt, with space.txt, true"
    })
    void matchesAsGitHubDoes(String pattern, String path, boolean matches) {
        assertThat(OwnershipPattern.of(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void theLastLineThatMatchesCounts() {
        String text = "*       @everyone\n*.java  @java @acme/red # both\n/legal/ mail@example.org\n";

        assertThat(owners(text, "a.txt")).containsExactly("@everyone");
        assertThat(owners(text, "src/A.java")).containsExactly("@java", "@acme/red");
        assertThat(owners(text, "legal/A.java")).containsExactly("mail@example.org");
    }

    @Test
    void aLineWithoutOwnersTakesTheOwnershipAway() {
        assertThat(owners("/apps/ @anna\n/apps/github\n", "apps/github/x")).isEmpty();
        assertThat(owners("/apps/ @anna\n/apps/github\n", "apps/x")).containsExactly("@anna");
    }

    @Test
    void saysWhatIsWrongOnWhichLine() {
        CodeOwners owners =
                CodeOwners.parse("CODEOWNERS", "\n# fine\n!docs @anna\n*.[ch] @anna\n*.md anna @@bob\n* @bob\n");

        assertThat(owners.problems())
                .extracting(Problem::where)
                .containsExactly("CODEOWNERS:3", "CODEOWNERS:4", "CODEOWNERS:5", "CODEOWNERS:5");
        assertThat(owners.lines()).extracting(CodeOwners.Line::number).containsExactly(6);
    }
}

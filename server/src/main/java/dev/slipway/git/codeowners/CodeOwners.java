package dev.slipway.git.codeowners;

import dev.slipway.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A CODEOWNERS file. Of the lines that match a path the last counts; a line without owners takes the ownership away. Lines that
 * are wrong count for nothing and are among the problems. Format: GitHub's "About code owners".
 *
 * @param problems what is wrong with it, each with file and line
 */
public record CodeOwners(String file, List<Line> lines, List<Problem> problems) {

    /** Where it may lie; the first that is there counts. */
    public static final List<String> PLACES = List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS");

    private static final Pattern OWNER = Pattern.compile("@[A-Za-z0-9][\\w.-]*(/[A-Za-z0-9][\\w.-]*)?");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern SPACES = Pattern.compile("(?<!\\\\)\\s+");
    private static final int LARGEST = 3 << 20;

    public CodeOwners {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /**
     * A line that names owners, or takes them away.
     *
     * @param owners as written: {@code @account}, {@code @organisation/team}, an e-mail address
     */
    public record Line(int number, OwnershipPattern pattern, List<String> owners) {

        public Line {
            owners = List.copyOf(owners);
        }
    }

    public static CodeOwners parse(String file, String text) {
        List<Line> lines = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        if (text.length() > LARGEST) {
            problems.add(Problem.at(file, "It is larger than 3 MiB, and so counts for nothing."));
            return new CodeOwners(file, lines, problems);
        }
        List<String> written = text.lines().toList();
        for (int i = 0; i < written.size(); i++) {
            read(file, i + 1, written.get(i), lines, problems);
        }
        return new CodeOwners(file, lines, problems);
    }

    private static void read(String file, int number, String text, List<Line> lines, List<Problem> problems) {
        String line = text.replaceFirst("(^|(?<=\\s))#.*$", "").strip();
        if (line.isEmpty()) {
            return;
        }
        String[] words = SPACES.split(line);
        List<String> owners = List.of(words).subList(1, words.length);
        List<String> wrong = owners.stream()
                .filter(owner ->
                        !OWNER.matcher(owner).matches() && !EMAIL.matcher(owner).matches())
                .toList();
        wrong.forEach(owner -> problems.add(Problem.at(file + ":" + number, "\"" + owner + "\" is no owner.")
                .expecting("@account, @organisation/team or an e-mail address")));
        try {
            if (wrong.isEmpty()) {
                lines.add(new Line(number, OwnershipPattern.of(words[0]), owners));
            }
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at(file + ":" + number, String.valueOf(e.getMessage()))
                    .next("Write one pattern of paths at the start of the line."));
        }
    }

    /** The line that counts for a path; empty when none speaks of it. */
    public Optional<Line> of(String path) {
        return lines.reversed().stream()
                .filter(line -> line.pattern().matches(path))
                .findFirst();
    }
}

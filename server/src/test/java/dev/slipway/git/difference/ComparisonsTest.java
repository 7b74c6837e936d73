package dev.slipway.git.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.git.FileDifference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonsTest {

    private static ComparedFile compare(@Nullable FileContent before, @Nullable FileContent after) {
        return Comparisons.of(List.of(new FileDifference("a.txt", before, after)))
                .files()
                .getFirst();
    }

    private static ComparedFile compare(String before, String after) {
        return compare(FileContent.text(before), FileContent.text(after));
    }

    private static String numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(number -> number + "\n").collect(Collectors.joining());
    }

    private static String unified(ComparedFile file) {
        return file.hunks().stream()
                .map(hunk -> hunk.heading() + "\n"
                        + hunk.lines().stream()
                                .map(line -> line.sign() + line.text() + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    @Test
    void showsThreeLinesAroundAChange() {
        ComparedFile file = compare(numbers(1, 20), numbers(1, 20).replace("10\n", "ten\n"));

        assertThat(unified(file)).isEqualTo("@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n");
        assertThat(file.added()).isEqualTo(1);
        assertThat(file.removed()).isEqualTo(1);
    }

    @Test
    void joinsChangesThatLieCloseAndPartsThoseThatDoNot() {
        String before = numbers(1, 40);
        String close = before.replace("\n10\n", "\nx\n").replace("\n16\n", "\ny\n");
        String far = before.replace("\n10\n", "\nx\n").replace("\n18\n", "\ny\n");

        assertThat(compare(before, close).hunks()).hasSize(1);
        assertThat(compare(before, far).hunks())
                .extracting(Hunk::heading)
                .containsExactly("@@ -7,7 +7,7 @@", "@@ -15,7 +15,7 @@");
    }

    @Test
    void numbersLinesOnBothSides() {
        Hunk hunk = compare("a\nb\n", "new\na\nb\n").hunks().getFirst();

        assertThat(hunk.lines())
                .containsExactly(
                        new Hunk.Line(Hunk.Kind.ADDED, 0, 1, "new"),
                        new Hunk.Line(Hunk.Kind.SAME, 1, 2, "a"),
                        new Hunk.Line(Hunk.Kind.SAME, 2, 3, "b"));
    }

    @Test
    void aNewFileIsAllAddedAndADeletedOneAllRemoved() {
        assertThat(unified(compare(null, FileContent.text("a\nb\n")))).isEqualTo("@@ -0,0 +1,2 @@\n+a\n+b\n");
        assertThat(unified(compare(FileContent.text("a\n"), null))).isEqualTo("@@ -1,1 +0,0 @@\n-a\n");
    }

    @Test
    void saysWhatLinesCannotSay() {
        byte[] text = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);

        assertThat(compare(new FileContent(text, FileMode.REGULAR), new FileContent(text, FileMode.EXECUTABLE))
                        .notes())
                .containsExactly("Mode 100644 became 100755.");
        assertThat(compare(null, new FileContent(new byte[] {1, 0, 2}, FileMode.REGULAR))
                        .notes())
                .containsExactly("Binary file: 0 bytes before, 3 bytes after.");
        assertThat(compare("a\n", "a").notes()).containsExactly("No newline at the end of the file.");
    }

    @Test
    void cutsWhatIsLargeButCountsAll() {
        ComparedFile file = compare("", numbers(1, 3_000));

        assertThat(file.lines()).isEqualTo(1_000);
        assertThat(file.added()).isEqualTo(3_000);
        assertThat(file.notes()).singleElement().asString().contains("only its beginning");
    }
}

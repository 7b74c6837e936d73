package dev.slipway.documents.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Trees over few names, so that files, directories and nothing stand in for each other often. */
class ReadRecordTest {

    @Property
    void holdsExactlyWhereEveryQuestionIsAnsweredTheSame(
            @ForAll("trees") MemoryTree before,
            @ForAll("trees") MemoryTree after,
            @ForAll("questions") List<Question> questions) {
        RecordingTree recording = new RecordingTree(before);
        List<String> answers = asked(questions, recording);

        boolean same = asked(questions, after).equals(answers);

        assertThat(recording.record().holds(after)).isEqualTo(same);
        assertThat(recording.record().holds(before)).isTrue();
        assertThat(same || !Collections.disjoint(recording.record().paths(), TreeDifference.between(before, after)))
                .isTrue();
    }

    @Property
    void aTreeThatTellsNoIdsIsToldApartAsWell(
            @ForAll("trees") MemoryTree before,
            @ForAll("trees") MemoryTree after,
            @ForAll("questions") List<Question> questions) {
        RecordingTree recording = new RecordingTree(before);
        Anonymous anonymous = new Anonymous(after);
        boolean same = asked(questions, anonymous).equals(asked(questions, recording));

        assertThat(same || !recording.record().holds(anonymous)).isTrue();
        assertThat(recording.record().holds(new Anonymous(before)) || containsADirectory(questions, before))
                .isTrue();
    }

    @Property
    void differencesAreThePathsWhoseAnswersDiffer(
            @ForAll("trees") MemoryTree before, @ForAll("trees") MemoryTree after) {
        Set<String> changed = new TreeSet<>();
        Set<String> all = new TreeSet<>(before.files().keySet());
        all.addAll(after.files().keySet());
        all.stream()
                .filter(path -> before.files().get(path) == null
                        || !before.files().get(path).equals(after.files().get(path)))
                .forEach(path -> {
                    for (String at = path; !at.isEmpty(); at = TreePath.parent(at)) {
                        changed.add(at);
                    }
                    changed.add("");
                });

        assertThat(TreeDifference.between(before, after)).isEqualTo(changed);
        assertThat(TreeDifference.between(new Anonymous(before), after)).isEqualTo(changed);
    }

    @Property
    void aPatchedTreeIsTheTreeThatHoldsTheSameFiles(
            @ForAll("trees") MemoryTree base, @ForAll("edits") List<Edit> edits) {
        TreeMap<String, FileContent> files = new TreeMap<>(base.files());
        PatchedTree.Builder builder = PatchedTree.of(base);
        for (Edit edit : edits) {
            files.remove(edit.path());
            files.subMap(edit.path() + "/", edit.path() + "0").clear();
            builder.remove(edit.path());
            if (edit.text() != null && !isBelowAFile(edit.path(), files)) {
                files.put(edit.path(), FileContent.text(edit.text()));
                builder.put(edit.path(), FileContent.text(edit.text()));
            }
        }
        MemoryTree expected = MemoryTree.of(files);
        PatchedTree patched = builder.build();

        assertThat(patched.contentId("")).isEqualTo(expected.contentId(""));
        assertThat(patched.walk("")).isEqualTo(expected.walk(""));
        assertThat(TreeDifference.between(new Anonymous(patched), expected)).isEmpty();
    }

    private static boolean isBelowAFile(String path, Map<String, FileContent> files) {
        return !path.contains("/")
                ? false
                : files.containsKey(TreePath.parent(path)) || isBelowAFile(TreePath.parent(path), files);
    }

    /** Text null removes. */
    record Edit(
            String path, @org.jspecify.annotations.Nullable String text) {}

    /** Tells no ids. */
    record Anonymous(FileTree tree) implements FileTree {
        @Override
        public java.util.Optional<TreeEntry> entry(String path) {
            return tree.entry(path);
        }

        @Override
        public List<TreeEntry> list(String directory) {
            return tree.list(directory);
        }

        @Override
        public byte[] read(String path) {
            return tree.read(path);
        }
    }

    /** Its id says more than can be read of it. */
    private static boolean containsADirectory(List<Question> questions, FileTree tree) {
        return questions.stream()
                .anyMatch(question -> question.kind() == Question.Kind.CONTENT && tree.isDirectory(question.path()));
    }

    private static List<String> asked(List<Question> questions, FileTree tree) {
        return questions.stream().map(question -> question.answer(tree)).toList();
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of("a", "b", "c").list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("/", parts));
    }

    @Provide
    Arbitrary<MemoryTree> trees() {
        return Arbitraries.maps(paths(), Arbitraries.of("one", "two"))
                .ofMaxSize(6)
                .map(ReadRecordTest::tree);
    }

    /** A file hides what would be below it. */
    private static MemoryTree tree(Map<String, String> texts) {
        Map<String, FileContent> files = texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> FileContent.text(entry.getValue())));
        files.keySet().removeIf(path -> isBelowAFile(path, Map.copyOf(files)));
        return MemoryTree.of(files);
    }

    @Provide
    Arbitrary<List<Question>> questions() {
        return Combinators.combine(Arbitraries.of(Question.Kind.class), paths())
                .as(Question::new)
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Combinators.combine(paths(), Arbitraries.of("one", "two").injectNull(0.4))
                .as(Edit::new)
                .list()
                .ofMaxSize(4);
    }
}

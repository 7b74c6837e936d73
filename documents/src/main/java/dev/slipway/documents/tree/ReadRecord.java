package dev.slipway.documents.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What somebody asked of a tree, and the digest of all the answers: whoever asks the same of a tree for which the record
 * holds learns the same. Says nothing of what was not asked, so that a change elsewhere makes nothing stale.
 *
 * @param questions {@code kind path}, sorted
 * @param answers SHA-256 over the answers, hexadecimal
 */
public record ReadRecord(List<String> questions, String answers) {

    public ReadRecord {
        questions = List.copyOf(questions);
    }

    static ReadRecord of(Map<Question, String> answers) {
        List<String> questions = answers.keySet().stream()
                .map(question -> question.kind() + " " + question.path())
                .toList();
        return new ReadRecord(questions, digest(List.copyOf(answers.values())));
    }

    /** Whether this tree answers everything as the one did that was asked; asks all of it again. */
    public boolean holds(FileTree tree) {
        return digest(questions.stream()
                        .map(ReadRecord::question)
                        .map(question -> question.answer(tree))
                        .toList())
                .equals(answers);
    }

    /**
     * All paths that something was asked of: where none of them is among what differs between two trees (see
     * {@link TreeDifference}), the record holds for both or for none.
     */
    public List<String> paths() {
        return questions.stream()
                .map(question -> question.substring(question.indexOf(' ') + 1))
                .distinct()
                .toList();
    }

    private static Question question(String text) {
        int space = text.indexOf(' ');
        return new Question(Question.Kind.valueOf(text.substring(0, space)), text.substring(space + 1));
    }

    private static String digest(List<String> answers) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String answer : answers) {
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

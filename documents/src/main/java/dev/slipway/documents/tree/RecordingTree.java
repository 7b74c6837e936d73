package dev.slipway.documents.tree;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Another tree that notes what it is asked, and what it answers: files, directories, and what is not there. */
public final class RecordingTree implements FileTree {

    private final FileTree tree;
    private final Map<Question, String> answers = Collections.synchronizedMap(new TreeMap<>());

    public RecordingTree(FileTree tree) {
        this.tree = tree;
    }

    /** Everything that was asked up to now. */
    public ReadRecord record() {
        synchronized (answers) {
            return ReadRecord.of(answers);
        }
    }

    @Override
    public Optional<TreeEntry> entry(String path) {
        Optional<TreeEntry> entry = tree.entry(path);
        answers.put(new Question(Question.Kind.ENTRY, path), Question.told(entry));
        return entry;
    }

    @Override
    public List<TreeEntry> list(String directory) {
        List<TreeEntry> entries = tree.list(directory);
        answers.put(new Question(Question.Kind.LISTING, directory), Question.told(entries));
        return entries;
    }

    @Override
    public byte[] read(String path) {
        Question question = new Question(Question.Kind.CONTENT, path);
        try {
            byte[] bytes = tree.read(path);
            answers.computeIfAbsent(question, _ -> tree.contentId(path).orElseGet(() -> GitIds.blob(bytes)));
            return bytes;
        } catch (TreeException e) {
            answers.put(question, Question.UNREADABLE);
            throw e;
        }
    }

    @Override
    public Optional<String> contentId(String path) {
        Optional<String> id = tree.contentId(path);
        id.ifPresentOrElse(known -> answers.put(new Question(Question.Kind.CONTENT, path), known), () -> entry(path));
        return id;
    }
}

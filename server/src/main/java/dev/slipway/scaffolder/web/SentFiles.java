package dev.slipway.scaffolder.web;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.FileMode;
import dev.slipway.documents.tree.MemoryTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.scaffolder.ScaffolderException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that a request brings along: paths that stay in their tree, so many bytes and no more. */
final class SentFiles {

    private static final int MOST = 5000;
    private static final long LARGEST = 16L << 20;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, FileContent> files = new LinkedHashMap<>();
    private long size;

    private SentFiles() {}

    /** One of them. */
    record SentFile(String path, String base64Content) {}

    /** @throws ScaffolderException with all that is wrong */
    static MemoryTree tree(List<SentFile> sent) {
        SentFiles files = new SentFiles();
        if (sent.size() > MOST) {
            throw new ScaffolderException(
                    ProblemCode.INVALID,
                    Problem.at("directoryContents", "These are " + sent.size() + " files.")
                            .expecting("at most " + MOST));
        }
        for (int i = 0; i < sent.size(); i++) {
            files.add("directoryContents." + i, sent.get(i));
        }
        if (!files.problems.isEmpty()) {
            throw new ScaffolderException(ProblemCode.INVALID, files.problems);
        }
        return MemoryTree.of(files.files);
    }

    private void add(String where, SentFile file) {
        try {
            byte[] bytes = Base64.getDecoder().decode(file.base64Content());
            size += bytes.length;
            if (size > LARGEST) {
                throw new ScaffolderException(
                        ProblemCode.INVALID,
                        Problem.at("directoryContents", "The files are too large.")
                                .expecting("16 MiB together at most"));
            }
            files.put(TreePath.normalise(file.path()), new FileContent(bytes, FileMode.REGULAR));
        } catch (TreeException e) {
            problems.add(Problem.at(where + ".path", String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            problems.add(Problem.at(where + ".base64Content", "This is not Base64: " + e.getMessage()));
        }
    }
}

package dev.slipway.kustomize;

import dev.slipway.documents.tree.TreePath;
import dev.slipway.kustomize.problem.Refusal;
import dev.slipway.kustomize.read.Text;
import dev.slipway.kustomize.remote.RemoteBase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How rendering came to a directory.
 *
 * @param directories those on the way, the present one last
 * @param origin the present one as seen from the first, empty for the first; of a remote base its path in the tree
 */
record Trail(List<String> directories, String origin) {

    Trail {
        directories = List.copyOf(directories);
    }

    static Trail start(String directory) {
        return new Trail(List.of(TreePath.normalise(directory)), "");
    }

    String directory() {
        return directories.getLast();
    }

    /** What is written in a kustomization here, as seen from the first directory. */
    String origin(String written) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (origin + "/" + written).split("/")) {
            boolean up =
                    part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..");
            if (up) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** @throws Refusal if the way leads back */
    Trail into(String path, Text written) {
        List<String> extended = new ArrayList<>(directories);
        extended.add(path);
        for (String visited : directories) {
            if (visited.equals(path) || path.isEmpty() || visited.startsWith(path + "/")) {
                throw new Refusal(
                        written.place(),
                        "\"" + written.text() + "\" leads back to a directory that is being rendered: "
                                + String.join(" -> ", extended) + ".",
                        "bases that do not contain what uses them.",
                        "Remove the cycle.");
            }
        }
        return new Trail(extended, RemoteBase.isRemote(written.text()) ? path : origin(written.text()));
    }
}

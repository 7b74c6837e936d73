package dev.slipway.git.imports;

import dev.slipway.git.GitException;
import dev.slipway.git.RemoteHistory;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;

/** What a server advertises. */
final class RemoteRefs {

    private static final List<String> USUAL = List.of("main", "master", "trunk", "develop");

    private RemoteRefs() {}

    /** The main branch is {@code main} if there is one; otherwise the one that clones check out. */
    static RemoteHistory history(Collection<Ref> refs, Errand errand) {
        List<String> branches = names(refs, Constants.R_HEADS);
        if (branches.isEmpty()) {
            throw new GitException(
                    ProblemCode.REFUSED,
                    Problem.at("source", "The repository is empty: it has no branch.")
                            .next(
                                    errand == Errand.IMPORT
                                            ? "Push something to it first, or make a service from a golden path."
                                            : "Push something to it first."));
        }
        String main = branches.contains("main") ? "main" : checkedOut(refs).orElseGet(() -> usual(branches));
        return new RemoteHistory(
                main, branches.size(), names(refs, Constants.R_TAGS).size());
    }

    private static List<String> names(Collection<Ref> refs, String prefix) {
        return refs.stream()
                .map(Ref::getName)
                .filter(name -> name.startsWith(prefix) && !name.endsWith("^{}"))
                .map(name -> name.substring(prefix.length()))
                .sorted()
                .toList();
    }

    private static Optional<String> checkedOut(Collection<Ref> refs) {
        Optional<Ref> head = refs.stream()
                .filter(ref -> ref.getName().equals(Constants.HEAD))
                .findFirst();
        return head.filter(Ref::isSymbolic)
                .map(ref -> ref.getTarget().getName())
                .or(() -> head.flatMap(ref -> refs.stream()
                        .filter(each -> each.getName().startsWith(Constants.R_HEADS)
                                && ref.getObjectId() != null
                                && ref.getObjectId().equals(each.getObjectId()))
                        .map(Ref::getName)
                        .findFirst()))
                .filter(name -> name.startsWith(Constants.R_HEADS))
                .map(name -> name.substring(Constants.R_HEADS.length()));
    }

    private static String usual(List<String> branches) {
        return USUAL.stream().filter(branches::contains).findFirst().orElseGet(branches::getFirst);
    }
}

package dev.slipway.scaffolder.publish;

import dev.slipway.documents.tree.FileContent;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.git.BranchProtection;
import dev.slipway.git.Commit;
import dev.slipway.git.ReviewRule;
import dev.slipway.kernel.Actor;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the inputs of Backstage's actions mean to a host here. */
final class Inputs {

    private Inputs() {}

    /** The workspace's files below {@code sourcePath}, as they shall lie below {@code targetPath}. */
    static Map<String, FileContent> files(ActionContext context) {
        String source = directory(context, "sourcePath");
        String target = directory(context, "targetPath");
        Map<String, FileContent> files = new LinkedHashMap<>();
        context.workspace().tree().files().forEach((path, content) -> {
            if (source.isEmpty() || path.startsWith(source + "/")) {
                String below = source.isEmpty() ? path : path.substring(source.length() + 1);
                files.put(TreePath.join(target, below), content);
            }
        });
        if (!source.isEmpty() && files.isEmpty()) {
            throw new ActionException("The workspace has no directory \"" + source + "\".");
        }
        return files;
    }

    private static String directory(ActionContext context, String key) {
        String path = context.text(key).orElse("");
        return path(path, key + " \"" + path + "\" leads out.");
    }

    static String path(String path, String refusal) {
        try {
            String normalised = TreePath.normalise(path);
            if (normalised.matches("(?i)[a-z]:.*|(.*/)?\\.git(/.*)?")) {
                throw new ActionException(refusal);
            }
            return normalised;
        } catch (TreeException e) {
            throw new ActionException(refusal, e);
        }
    }

    /** Who the commit names as its author. */
    static Commit.Person author(ActionContext context, Actor actor) {
        return new Commit.Person(
                oneLine(context.text("gitAuthorName").orElse(actor.account())),
                oneLine(context.text("gitAuthorEmail").orElse(actor.account() + "@users.noreply.localhost")));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}<>]", " ").strip();
    }

    static BranchProtection protection(ActionContext context, String branch) {
        int approvals = context.input().get("requiredApprovingReviewCount") instanceof Number number
                ? Math.clamp(number.longValue(), 0, 10)
                : 0;
        return new BranchProtection(
                branch,
                Set.copyOf(context.texts("requiredStatusCheckContexts")),
                Set.of(Actor.SLIPWAY),
                new ReviewRule(
                        approvals,
                        context.flag("requireCodeOwnerReviews"),
                        context.input().get("dismissStaleReviews") == null || context.flag("dismissStaleReviews")));
    }

    /** Says in the log which inputs have no meaning on this host. */
    static void sayIgnored(ActionContext context, Set<String> honoured) {
        Set<String> ignored = new TreeSet<>(context.input().keySet());
        ignored.removeAll(honoured);
        ignored.remove("token");
        if (!ignored.isEmpty()) {
            context.log("This host has nothing for " + String.join(", ", ignored) + ": left out");
        }
    }
}

package dev.slipway.services.environments;

import dev.slipway.scaffolder.Replays.Replay;
import dev.slipway.services.EnvironmentAddition;
import java.util.List;
import java.util.stream.Collectors;

/** The words of the two pull requests, in Markdown. */
final class AdditionWords {

    private AdditionWords() {}

    static String title(EnvironmentAddition addition) {
        return "Bring " + addition.service() + " to " + addition.environment();
    }

    static String ofOverlay(EnvironmentAddition addition, Replay replay, OverlayPlan plan) {
        return """
                Asked for by %1$s. These are the files that the template %2$s (%3$s) makes for %4$s, with the answers that \
                `.slipway/origin.yaml` records. No file that is there is changed.

                When this is merged, Slipway declares %5$s in %4$s by a pull request in the platform repository. Then a Release \
                comes there through the gates, as everywhere else.
                %6$s%7$s""".formatted(
                        addition.requestedBy(),
                        replay.template(),
                        replay.commit().brief(),
                        addition.environment(),
                        addition.service(),
                        kept(plan.kept()),
                        changed(plan.changed()));
    }

    static String ofDeclaration(EnvironmentAddition addition) {
        return "Asked for by " + addition.requestedBy() + ". Its repository has an overlay for "
                + addition.environment() + " by now. Nothing runs before the first Release.";
    }

    private static String kept(List<String> paths) {
        return paths.isEmpty()
                ? ""
                : "\n## Left as they are\n\nThe template would make others; look whether yours are meant for this.\n\n"
                        + paths.stream().map(path -> "- `" + path + "`\n").collect(Collectors.joining());
    }

    private static String changed(List<OverlayPlan.Changed> files) {
        return files.isEmpty()
                ? ""
                : "\n## For you to decide\n\nWith this environment the template would make these otherwise.\n"
                        + files.stream().map(AdditionWords::difference).collect(Collectors.joining());
    }

    private static String difference(OverlayPlan.Changed file) {
        List<String> before = file.before().lines().toList();
        List<String> after = file.after().lines().toList();
        return "\n`" + file.path() + "`\n\n```diff\n" + lines("-", before, after) + lines("+", after, before) + "```\n";
    }

    private static String lines(String sign, List<String> those, List<String> others) {
        return those.stream()
                .filter(line -> !others.contains(line))
                .map(line -> sign + line + "\n")
                .collect(Collectors.joining());
    }
}

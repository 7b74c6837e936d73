package dev.slipway.services.onboarding;

import dev.slipway.services.Detection;
import dev.slipway.services.Evidence;
import dev.slipway.services.Onboarding;
import java.util.Collection;
import java.util.stream.Collectors;

/** The words of the two pull requests, in Markdown. */
final class Explanation {

    private Explanation() {}

    static String title(Onboarding onboarding) {
        return "Let " + onboarding.service() + " run on the platform";
    }

    static String ofService(Onboarding onboarding, Detection detection) {
        return """
                This adds what %1$s needs to run here. Nothing in its code is touched, and no file that is there is changed.

                ## What was found

                This is **%2$s**. %3$s

                | what | value | why | where |
                |---|---|---|---|
                %4$s
                ## The files

                | file | what it is for |
                |---|---|
                %5$s%6$s%7$s
                ## When this is merged

                1. %8$s
                2. The pull request in the platform repository declares the service; it is merged after this one.
                3. The first image of a commit with `deploy/` goes to the first environment by itself, whichever of the two \
                came first. From there it is promoted through the gates.

                Something is wrong? Close this, and begin again with the right port (`--port`) and path (`--health`). Small \
                things are easier corrected by a pull request of your own after the merge: all of it stands in `deploy/`.
                """.formatted(
                        onboarding.service(),
                        detection.stack(),
                        detection.build(),
                        detection.evidence().stream().map(Explanation::row).collect(Collectors.joining()),
                        onboarding.files().stream()
                                .map(file -> "| `" + cell(file.path()) + "` | " + file.purpose() + " |\n")
                                .collect(Collectors.joining()),
                        section("Left as it is", onboarding.kept()),
                        section("Please check", detection.warnings()),
                        detection.builtHere()
                                ? "`main` is built."
                                : "Your CI builds `main` and reports the image: `POST /api/v1/builds` with repository, "
                                        + "commit and digest.");
    }

    static String ofPlatform(Onboarding onboarding) {
        return "Brings " + onboarding.service() + " of team " + onboarding.team()
                + ", which existed before. Nothing runs before the first Release. It belongs to the pull request that adds "
                + "the service's manifests"
                + (onboarding.serviceChange() == null
                        ? "."
                        : ", " + onboarding.serviceChange() + ", and is merged after it.");
    }

    private static String row(Evidence evidence) {
        String where =
                evidence.file() == null ? evidence.assumed() ? "**assumed**" : "" : "`" + cell(evidence.place()) + "`";
        return "| " + evidence.what() + " | `" + cell(evidence.value()) + "` | " + cell(evidence.reason()) + " | "
                + where + " |\n";
    }

    private static String section(String title, Collection<String> sentences) {
        return sentences.isEmpty()
                ? ""
                : "\n## " + title + "\n\n"
                        + sentences.stream().map(each -> "- " + each + "\n").collect(Collectors.joining());
    }

    /** Text of the repository's in a cell of a table. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replace("`", "'").replaceAll("[\\r\\n]", " ");
    }
}

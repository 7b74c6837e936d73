package dev.slipway.cli.command;

import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Output;
import dev.slipway.cli.output.Table;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.inspect.Inspection;
import dev.slipway.gitops.inspect.Inspection.Belonging;
import dev.slipway.gitops.inspect.Inspection.InspectedApplication;
import dev.slipway.gitops.inspect.Inspection.InspectedImage;
import dev.slipway.gitops.inspect.Inspection.InspectedOverlay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An inspection for people. */
final class InspectionView {

    private static final int MOST_FINDINGS = 200;

    private InspectionView() {}

    static void show(Inspection inspection, Output output) {
        output.line(
                (inspection.repository().isEmpty() ? "A repository whose URL nothing tells" : inspection.repository())
                        + ": " + count(inspection.applications().size(), "Application")
                        + (inspection.bootstrapped() ? ", reached from bootstrap/root.yaml" : "") + ".");
        table("", applications(inspection), output);
        table("Kustomizations that no Application renders", overlays(inspection), output);
        table("Images", images(inspection), output);
        table("What Argo CD's image updater is told", updates(inspection), output);
        table("Hosts", hosts(inspection), output);
        table("Not reachable from bootstrap/root.yaml", unreachable(inspection), output);
        notTold(inspection, output);
        findings(inspection, output);
    }

    private static void table(String heading, Table table, Output output) {
        if (!table.isEmpty()) {
            output.line(heading.isEmpty() ? "" : "\n" + heading);
            output.table(table);
        }
    }

    private static Table applications(Inspection inspection) {
        Table table =
                new Table("APPLICATION", "ENVIRONMENT", "SERVICE", "CLUSTER", "NAMESPACE", "OBJECTS", "AT", "MADE BY");
        for (InspectedApplication each : inspection.applications()) {
            table.row(
                    each.name(),
                    text(each.belonging().environment()),
                    text(each.belonging().service()),
                    each.cluster(),
                    each.namespace(),
                    each.makes().isEmpty()
                            ? String.valueOf(each.objects())
                            : "makes " + count(each.makes().size(), "Application"),
                    each.where(),
                    each.by());
        }
        return table;
    }

    private static Table overlays(Inspection inspection) {
        Table table = new Table("DIRECTORY", "ENVIRONMENT", "SERVICE", "OBJECTS");
        for (InspectedOverlay each : inspection.overlays()) {
            table.row(
                    each.directory().isEmpty() ? "." : each.directory(),
                    text(each.belonging().environment()),
                    text(each.belonging().service()),
                    String.valueOf(each.objects()));
        }
        return table;
    }

    private static Table images(Inspection inspection) {
        Table table = new Table("OF", "CONTAINER", "IMAGE", "DECIDED AT", "BY");
        inspection.applications().forEach(each -> images(each.name(), each.images(), table));
        inspection.overlays().forEach(each -> images(each.directory(), each.images(), table));
        return table;
    }

    private static void images(String of, List<InspectedImage> images, Table table) {
        for (InspectedImage each : images) {
            table.row(
                    of,
                    each.workload() + " " + each.container(),
                    each.image()
                            + (each.tag() == null ? "" : ":" + each.tag())
                            + (each.digest() == null ? "" : "@" + Json.brief(each.digest())),
                    text(each.decidedAt()),
                    each.decidedBy() == null ? "cannot be told: " + each.undecided() : each.decidedBy());
        }
    }

    private static Table updates(Inspection inspection) {
        Table table = new Table("APPLICATION", "IMAGE", "STRATEGY", "VERSIONS", "WRITES TO");
        inspection
                .applications()
                .forEach(application -> application
                        .updates()
                        .forEach(each -> table.row(
                                application.name(),
                                each.image(),
                                each.strategy(),
                                Objects.requireNonNullElse(each.constraint(), text(each.allowedTags())),
                                each.besideGit() ? "the live Application, not Git" : each.writeBack())));
        return table;
    }

    private static Table hosts(Inspection inspection) {
        Table table = new Table("HOST", "OF");
        inspection.applications().forEach(each -> each.hosts().forEach(host -> table.row(host, each.name())));
        inspection.overlays().forEach(each -> each.hosts().forEach(host -> table.row(host, each.directory())));
        return table;
    }

    private static Table unreachable(Inspection inspection) {
        Table table = new Table("KIND", "NAME", "AT");
        inspection.unreachable().forEach(each -> table.row(each.kind(), each.name(), each.where()));
        return table;
    }

    private static void notTold(Inspection inspection, Output output) {
        List<InspectedApplication> untold = inspection.applications().stream()
                .filter(each ->
                        each.belonging().environment() == null && each.makes().isEmpty())
                .toList();
        if (!untold.isEmpty()) {
            output.line("\nThe environment of these cannot be told: "
                    + String.join(
                            ", ",
                            untold.stream().map(InspectedApplication::name).toList()) + ".");
            Belonging first = untold.getFirst().belonging();
            output.line("  " + first.toldBy() + ".");
        }
    }

    private static void findings(Inspection inspection, Output output) {
        List<Finding> all = new ArrayList<>(inspection.findings());
        inspection
                .applications()
                .forEach(each -> each.findings().forEach(finding -> all.add(named(finding, each.name()))));
        inspection.overlays().forEach(each -> all.addAll(each.findings()));
        if (all.isEmpty()) {
            output.line("\nEverything could be read.");
        } else {
            list(count(all.size(), "thing") + " that cannot be read, or may not be applied", all, output);
        }
        List<Finding> doubts = Stream.concat(
                        inspection.doubts().stream(),
                        inspection.applications().stream().flatMap(each -> each.doubts().stream()))
                .toList();
        if (!doubts.isEmpty()) {
            list(count(doubts.size(), "thing") + " to look at", doubts, output);
        }
    }

    /** What stands in a base is wrong for each Application that it is rendered for. */
    private static Finding named(Finding finding, String application) {
        String quoted = "\"" + application + "\"";
        return finding.what().contains(quoted)
                ? finding
                : new Finding(
                        finding.where(),
                        finding.what() + " (Application " + quoted + ")",
                        finding.expected(),
                        finding.next());
    }

    private static void list(String heading, List<Finding> findings, Output output) {
        output.line("\n" + heading);
        findings.stream().limit(MOST_FINDINGS).flatMap(InspectionView::lines).forEach(output::line);
        if (findings.size() > MOST_FINDINGS) {
            output.line("  and " + (findings.size() - MOST_FINDINGS) + " more: --json has them all.");
        }
    }

    private static Stream<String> lines(Finding finding) {
        return Stream.concat(
                Stream.of("  " + finding.where() + ": " + finding.what()),
                finding.next().isEmpty() ? Stream.empty() : Stream.of("    next: " + finding.next()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}

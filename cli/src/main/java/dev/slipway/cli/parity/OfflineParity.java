package dev.slipway.cli.parity;

import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.documents.tree.DirectoryTree;
import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.parity.Comparison;
import dev.slipway.gitops.parity.Parity;
import dev.slipway.gitops.parity.fleet.CheckoutFleet;
import dev.slipway.gitops.parity.fleet.Fleet;
import dev.slipway.gitops.parity.fleet.FleetComparison;
import dev.slipway.gitops.parity.fleet.PlatformParity;
import dev.slipway.gitops.parity.report.ComparisonBody;
import dev.slipway.gitops.parity.report.SummaryBody;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the environments that a checkout of a GitOps repository declares, without a server. */
public final class OfflineParity {

    private final FleetComparison fleet;

    private OfflineParity(FleetComparison fleet) {
        this.fleet = fleet;
    }

    /**
     * @param sources checkouts of other repositories by their URLs
     * @throws CliException with all that is wrong with the rules, or if there is no such directory
     */
    public static OfflineParity read(Path directory, Map<String, Path> sources) {
        FileTree tree = tree("--directory", directory);
        PlatformParity platform = PlatformParity.read(tree);
        if (!platform.findings().isEmpty()) {
            throw new CliException(
                    ExitCode.REFUSED,
                    platform.findings().stream()
                            .map(each -> new CliProblem(
                                    each.where(), each.what(), blank(each.expected()), blank(each.next())))
                            .toList());
        }
        if (platform.pairs().isEmpty()) {
            throw new CliException(
                    ExitCode.REFUSED,
                    new CliProblem(
                            "platform.yaml",
                            "No environment of \"" + directory
                                    + "\" gets its Releases from another, so nothing tells what is to be"
                                    + " compared with what.",
                            "spec.environments, of which one says promotes: {from: …}",
                            "Add the environments to platform.yaml at the root of the checkout."));
        }
        Map<String, FileTree> others = new LinkedHashMap<>();
        sources.forEach((repository, path) -> others.put(repository, tree("--source", path)));
        Fleet fleet = CheckoutFleet.of(Checkout.read(tree, others));
        return new OfflineParity(new FleetComparison(
                fleet, new Parity(platform.rules(), LocalDate.now(ZoneOffset.UTC)), platform.pairs()));
    }

    private static FileTree tree(String option, Path path) {
        if (!Files.isDirectory(path)) {
            throw new CliException(
                    ExitCode.REFUSED,
                    new CliProblem(option, "There is no directory \"" + path + "\".", "the root of a checkout", null));
        }
        return new DirectoryTree(path);
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text;
    }

    /** All services in a line each. */
    public List<SummaryBody> all() {
        return fleet.fleet().services().stream()
                .flatMap(service -> fleet.of(service).stream()
                        .map(each ->
                                SummaryBody.of(each, fleet.fleet().team(service).orElse(""))))
                .toList();
    }

    /**
     * One service, term by term.
     *
     * @throws CliException if nothing of it is declared
     */
    public List<ComparisonBody> of(String service) {
        if (!fleet.fleet().services().contains(service)) {
            throw new CliException(
                    ExitCode.NOT_FOUND,
                    new CliProblem(
                            "SERVICE",
                            "There is no Application of \"" + service + "\".",
                            "one of " + String.join(", ", fleet.fleet().services()),
                            null));
        }
        List<Comparison> comparisons = fleet.of(service);
        return comparisons.stream().map(ComparisonBody::of).toList();
    }
}

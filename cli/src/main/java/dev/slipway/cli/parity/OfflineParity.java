package dev.slipway.cli.parity;

import dev.slipway.cli.checkout.LocalCheckout;
import dev.slipway.cli.shell.CliException;
import dev.slipway.cli.shell.CliProblem;
import dev.slipway.cli.shell.ExitCode;
import dev.slipway.gitops.parity.Comparison;
import dev.slipway.gitops.parity.Parity;
import dev.slipway.gitops.parity.fleet.CheckoutFleet;
import dev.slipway.gitops.parity.fleet.Fleet;
import dev.slipway.gitops.parity.fleet.FleetComparison;
import dev.slipway.gitops.parity.fleet.PlatformParity;
import dev.slipway.gitops.parity.report.ComparisonBody;
import dev.slipway.gitops.parity.report.SummaryBody;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the environments that a checkout of a GitOps repository declares, without a server. */
public final class OfflineParity {

    private final FleetComparison fleet;

    private OfflineParity(FleetComparison fleet) {
        this.fleet = fleet;
    }

    /** @throws CliException with all that is wrong with the rules */
    public static OfflineParity read(LocalCheckout checkout) {
        PlatformParity platform = PlatformParity.read(checkout.files());
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
                            "No environment of \"" + checkout.directory()
                                    + "\" gets its Releases from another, so nothing tells what is to be"
                                    + " compared with what.",
                            "spec.environments, of which one says promotes: {from: …}",
                            "Add the environments to platform.yaml at the root of the checkout."));
        }
        Fleet fleet = CheckoutFleet.of(checkout.read());
        return new OfflineParity(new FleetComparison(
                fleet, new Parity(platform.rules(), LocalDate.now(ZoneOffset.UTC)), platform.pairs()));
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

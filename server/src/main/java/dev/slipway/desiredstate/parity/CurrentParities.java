package dev.slipway.desiredstate.parity;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.DesiredStateChanged;
import dev.slipway.desiredstate.Parities;
import dev.slipway.desiredstate.ParityChanged;
import dev.slipway.desiredstate.ParityDay;
import dev.slipway.desiredstate.ParityReport;
import dev.slipway.gitops.parity.Comparison;
import dev.slipway.gitops.parity.fleet.FleetComparison;
import dev.slipway.gitops.parity.fleet.Pair;
import dev.slipway.gitops.parity.report.SummaryBody;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.PlatformChanged;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.Platforms;
import dev.slipway.scheduling.Reconciliation;
import dev.slipway.scheduling.Wakeups;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps in memory how alike environments are as of the current desired state, and counts it day by day. */
@Component
class CurrentParities implements Parities, Reconciliation {

    private static final String NAME = "parity";
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final DesiredState desired;
    private final Platforms platforms;
    private final Fleets fleets;
    private final ParityCandidates candidates;
    private final ParityDays days;
    private final ApplicationEventPublisher events;
    private final Wakeups wakeups;
    private final Clock clock;
    private final KeptSummaries summaries = new KeptSummaries();
    private volatile @Nullable ParityReport newest;

    CurrentParities(
            DesiredState desired,
            Platforms platforms,
            Fleets fleets,
            ParityCandidates candidates,
            ParityDays days,
            ApplicationEventPublisher events,
            Wakeups wakeups,
            Clock clock) {
        this.desired = desired;
        this.platforms = platforms;
        this.fleets = fleets;
        this.candidates = candidates;
        this.days = days;
        this.events = events;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    @Override
    public Optional<ParityReport> report() {
        return Optional.ofNullable(newest);
    }

    @Override
    public List<Comparison> of(ServiceName service) {
        return fleet().map(each -> each.of(service.value())).orElse(List.of());
    }

    @Override
    public Comparison candidate(ServiceName service, EnvironmentName from, EnvironmentName to, Release release) {
        return candidates.compare(service, from, to, release);
    }

    @Override
    public List<ParityDay> trend(int number) {
        return days.since(today().minusDays(number - 1L));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void reconcile() {
        Optional<Desired> now = desired.current();
        Optional<PlatformDefinition> definition = platforms.find();
        if (now.isPresent() && definition.isPresent()) {
            take(now.get(), fleets.of(now.get(), definition.get()));
        }
    }

    private synchronized void take(Desired now, FleetComparison fleet) {
        Map<String, List<SummaryBody>> compared = summaries.of(fleet);
        List<ParityReport.Row> rows = compared.entrySet().stream()
                .map(each -> new ParityReport.Row(
                        each.getKey(), fleet.fleet().team(each.getKey()).orElse(""), each.getValue()))
                .toList();
        ParityReport before = newest;
        newest = new ParityReport(now.commit(), clock.instant(), fleet.pairs(), rows);
        count(newest);
        if (before == null || !before.services().equals(rows)) {
            events.publishEvent(new ParityChanged());
        }
    }

    private void count(ParityReport report) {
        report.pairs().forEach(pair -> days.put(day(report, pair), report.at()));
        days.forgetBefore(today());
    }

    private ParityDay day(ParityReport report, Pair pair) {
        List<String> verdicts = report.services().stream()
                .flatMap(each -> each.comparisons().stream())
                .filter(each -> each.from().equals(pair.from()) && each.to().equals(pair.to()))
                .map(SummaryBody::verdict)
                .toList();
        return new ParityDay(
                today(),
                pair.from(),
                pair.to(),
                count(verdicts, "match"),
                count(verdicts, "excepted"),
                count(verdicts, "differs"),
                count(verdicts, "unknown"),
                report.commit());
    }

    private static int count(List<String> verdicts, String verdict) {
        return (int) verdicts.stream().filter(verdict::equals).count();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private Optional<FleetComparison> fleet() {
        return desired.current().flatMap(now -> platforms.find().map(definition -> fleets.of(now, definition)));
    }

    @EventListener({DesiredStateChanged.class, PlatformChanged.class})
    void changed() {
        wakeups.wake(NAME);
    }
}

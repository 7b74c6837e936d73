package dev.slipway.catalog.web;

import dev.slipway.catalog.CatalogException;
import dev.slipway.catalog.health.HealthTopic;
import dev.slipway.catalog.store.FindingReads;
import dev.slipway.catalog.store.FindingReads.Counts;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong in the catalog. */
@RestController
@RequestMapping("/api/v1/catalog/health")
class HealthApi {

    private static final int PAGE = 50;
    private static final int MOST = 1_000;

    private final FindingReads findings;

    HealthApi(FindingReads findings) {
        this.findings = findings;
    }

    /**
     * How much there is.
     *
     * @param found by topic
     */
    record HealthBody(int entities, int sources, Map<String, Integer> found) {}

    /**
     * A page of what is wrong in one way.
     *
     * @param total how much there is on all pages
     */
    record TopicBody(String topic, int total, List<HealthLine> findings) {}

    @GetMapping
    @Access(Permission.VIEW)
    HealthBody health() {
        Counts counts = findings.counts();
        Map<String, Integer> found = new LinkedHashMap<>();
        for (HealthTopic topic : HealthTopic.values()) {
            found.put(topic.parameter(), topic.count(counts));
        }
        return new HealthBody(counts.entities(), counts.sources(), found);
    }

    /**
     * A page of a topic, as the portal orders it.
     *
     * @param offset how many to pass over
     * @param limit how many to answer, at most 1000
     */
    @GetMapping("/{topic}")
    @Access(Permission.VIEW)
    TopicBody topic(
            @PathVariable String topic,
            @RequestParam(required = false) @Nullable String offset,
            @RequestParam(required = false) @Nullable String limit) {
        HealthTopic known = HealthTopic.named(topic).orElseThrow(() -> unknown(topic));
        int first = Questions.number(offset, "offset", 0, Integer.MAX_VALUE);
        int most = Questions.number(limit, "limit", PAGE, MOST);
        return new TopicBody(
                topic, known.count(findings.counts()), lines(known, first, most).toList());
    }

    private Stream<HealthLine> lines(HealthTopic topic, int first, int most) {
        return switch (topic) {
            case UNREADABLE -> findings.unreadable(first, most).stream().map(HealthLine::of);
            case PROBLEMS -> findings.problems(first, most).stream().map(HealthLine::of);
            case CONFLICTS -> findings.conflicts(first, most).stream().map(HealthLine::of);
            case ORPHANS -> findings.orphans(first, most).stream().map(HealthLine::of);
            case OWNERLESS -> findings.ownerless(first, most).stream().map(HealthLine::of);
            case GONE -> findings.gone(first, most).stream().map(HealthLine::of);
        };
    }

    private static CatalogException unknown(String topic) {
        return new CatalogException(
                ProblemCode.NOT_FOUND,
                Problem.at("topic", "\"" + topic + "\" is nothing that the catalog looks for.")
                        .expecting(Arrays.stream(HealthTopic.values())
                                .map(HealthTopic::parameter)
                                .collect(Collectors.joining(", "))));
    }
}

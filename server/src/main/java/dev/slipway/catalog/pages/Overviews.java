package dev.slipway.catalog.pages;

import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.CatalogProperties;
import dev.slipway.catalog.EntityPanel;
import dev.slipway.catalog.Fact;
import dev.slipway.catalog.FactProvider;
import dev.slipway.catalog.store.EntityFindingReads;
import dev.slipway.ui.Markdown;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes an entity's first page, with what other modules add to it. */
@Component
class Overviews {

    private static final Logger LOG = LoggerFactory.getLogger(Overviews.class);
    private static final int LONGEST_DESCRIPTION = 20_000;
    private static final int MOST_PROBLEMS = 20;

    private final EntityFindingReads findings;
    private final CatalogProperties properties;
    private final List<EntityPanel> panels;
    private final List<FactProvider> facts;

    Overviews(
            EntityFindingReads findings,
            CatalogProperties properties,
            List<EntityPanel> panels,
            List<FactProvider> facts) {
        this.findings = findings;
        this.properties = properties;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(EntityPanel::order))
                .toList();
        this.facts = List.copyOf(facts);
    }

    Overview of(EntityView view) {
        String description = view.entity().description().orElse("");
        boolean cut = description.length() > LONGEST_DESCRIPTION;
        return new Overview(
                description.isBlank()
                        ? ""
                        : Markdown.html(cut ? description.substring(0, LONGEST_DESCRIPTION) : description),
                cut,
                ExternalLinks.of(
                        view.entity(),
                        view.stored().source().repository(),
                        view.stored().source().path()),
                RelationGroup.of(view),
                findings(view.stored()),
                ask(panels, view.stored(), each -> each.of(view.stored()).stream()),
                ask(facts, view.stored(), each -> each.factsOf(view.stored()).stream()).stream()
                        .sorted(Comparator.comparing(Fact::name))
                        .toList());
    }

    private EntityFindings findings(CatalogEntity entity) {
        return new EntityFindings(
                findings.problems(entity, MOST_PROBLEMS),
                findings.problemsOfOthers(entity),
                findings.rivals(entity, MOST_PROBLEMS),
                findings.goneSince(entity)
                        .map(since -> since.plus(properties.removalGrace()))
                        .orElse(null));
    }

    /** One module's failure is not the page's. */
    private static <S, T> List<T> ask(Collection<S> providers, CatalogEntity entity, Function<S, Stream<T>> question) {
        return providers.stream()
                .flatMap(provider -> {
                    try {
                        return question.apply(provider).toList().stream();
                    } catch (RuntimeException e) {
                        LOG.warn(
                                "{} says nothing about \"{}\"",
                                provider.getClass().getName(),
                                entity.ref(),
                                e);
                        return Stream.of();
                    }
                })
                .toList();
    }
}

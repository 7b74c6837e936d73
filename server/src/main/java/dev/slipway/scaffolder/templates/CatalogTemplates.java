package dev.slipway.scaffolder.templates;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogEntity;
import dev.slipway.catalog.EntityQuery;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.entities.EntityPredicate;
import dev.slipway.entities.EntityRef;
import dev.slipway.git.GitContent;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.StoredTemplate;
import dev.slipway.scaffolder.TemplateSummary;
import dev.slipway.scaffolding.ScaffoldingException;
import dev.slipway.scaffolding.TemplateReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The templates that repositories describe in files which the catalog has read. */
@Component
class CatalogTemplates {

    private static final int MOST = 2_000;
    private static final EntityPredicate TEMPLATES = new EntityPredicate.Has("kind", Set.of("template"));

    private final Catalog catalog;
    private final GitContent content;
    private final GitHost host;
    private final TemplatePlaces places;
    private final CatalogSummaries summaries;
    private final ReadTemplates known;

    CatalogTemplates(
            Catalog catalog,
            GitContent content,
            GitHost host,
            TemplatePlaces places,
            CatalogSummaries summaries,
            ReadTemplates known) {
        this.catalog = catalog;
        this.content = content;
        this.host = host;
        this.places = places;
        this.summaries = summaries;
        this.known = known;
    }

    /** Those of other repositories than this one. */
    List<TemplateSummary> all(RepositoryRef platform) {
        return catalog.query(new EntityQuery(TEMPLATES, null, List.of(), List.of(), null, 0, MOST)).stream()
                .filter(entity -> platformName(entity, platform).isEmpty())
                .filter(entity -> !entity.source().repository().isEmpty())
                .map(summaries::of)
                .toList();
    }

    /** The directory of a template that lies in the platform repository's own folder of templates. */
    Optional<String> platformName(EntityRef ref, RepositoryRef platform) {
        return catalog.find(ref).flatMap(entity -> platformName(entity, platform));
    }

    private static Optional<String> platformName(CatalogEntity entity, RepositoryRef platform) {
        String path = entity.source().path();
        boolean own = entity.source().repository().equals(platform.toString())
                && path.matches(PlatformTemplates.ROOT + "/[^/]+/template\\.yaml");
        return own ? Optional.of(path.split("/")[1]) : Optional.empty();
    }

    /** As the newest commit of its repository's default branch has it. */
    StoredTemplate get(EntityRef ref) {
        TemplatePlaces.Place place = place(ref);
        String branch = host.repository(place.repository())
                .map(HostedRepository::defaultBranch)
                .orElse("main");
        CommitId tip = content.resolve(place.repository(), branch)
                .orElseThrow(() -> new ScaffolderException(
                        ProblemCode.UNAVAILABLE,
                        Problem.of("The repository \"" + place.repository() + "\" of the template \"" + ref
                                + "\" has no branch " + branch + ".")));
        return at(ref, place, tip);
    }

    /** As it was at a commit of its repository, also when the catalog no longer knows it. */
    StoredTemplate get(EntityRef ref, CommitId commit) {
        return at(ref, places.find(ref, commit).orElseGet(() -> place(ref)), commit);
    }

    /** Remembers where the template lies, for {@link #get(EntityRef, CommitId)}. */
    void keep(EntityRef ref, CommitId commit) {
        places.keep(ref, commit, place(ref));
    }

    private TemplatePlaces.Place place(EntityRef ref) {
        CatalogEntity entity = catalog.find(ref)
                .filter(found -> !found.source().repository().isEmpty())
                .orElseThrow(() -> new ScaffolderException(
                        ProblemCode.NOT_FOUND,
                        Problem.of("There is no template \"" + ref + "\" in the catalog.")
                                .expecting("an entity of kind Template that a repository describes")));
        return new TemplatePlaces.Place(
                RepositoryRef.parse(entity.source().repository()),
                entity.source().path());
    }

    private StoredTemplate at(EntityRef ref, TemplatePlaces.Place place, CommitId commit) {
        StoredTemplate template = known.get(
                new ReadTemplates.Place(place.repository(), commit, place.path()), () -> read(ref, place, commit));
        return template.key().equals(ref.toString())
                ? template
                : new StoredTemplate(ref.toString(), template.definition(), template.tree(), commit);
    }

    private StoredTemplate read(EntityRef ref, TemplatePlaces.Place place, CommitId commit) {
        Snapshot snapshot = content.snapshot(place.repository(), commit);
        String text = snapshot.text(place.path())
                .orElseThrow(() -> new ScaffolderException(
                        ProblemCode.NOT_FOUND,
                        Problem.at(place.repository() + "/" + place.path(), "The file of the template is gone.")
                                .next("Wait until the catalog has noticed, or put it back.")));
        try {
            return new StoredTemplate(
                    ref.toString(),
                    TemplateReader.read(place.path(), text),
                    Subtree.ofTemplate(snapshot, TreePath.parent(place.path())),
                    commit);
        } catch (ScaffoldingException e) {
            throw new ScaffolderException(
                    ProblemCode.INVALID,
                    e.findings().stream()
                            .map(finding -> Problem.at(place.repository() + "/" + finding.place(), finding.message()))
                            .toList());
        }
    }
}

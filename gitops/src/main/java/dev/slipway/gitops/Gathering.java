package dev.slipway.gitops;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Application.Origin;
import dev.slipway.gitops.ApplicationSets.Remark;
import dev.slipway.gitops.Judgement.Judged;
import dev.slipway.gitops.Output.Declaration;
import dev.slipway.gitops.Pass.Maker;
import dev.slipway.gitops.RenderedApplication.Part;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applications and what they make, followed to the end. */
final class Gathering {

    private static final int MOST = 50_000;

    private final FileTree tree;
    private final Sources sources;
    private final Renderer renderer;
    private final ApplicationSets setReader;
    private final boolean byNameAlone;
    private final List<Followed> followed;
    private final Map<Key, Key> makers = new HashMap<>();
    private final Map<Key, Origin> origins = new HashMap<>();
    private final Map<String, AppProject> projects = new TreeMap<>();
    private final List<DeclaredSet> sets = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Revision, Finding> doubts = new HashMap<>();
    private final Pass before;
    private final Moves moves;
    private final Map<Maker, Derived<Declaration, Statement>> statements = new HashMap<>();
    private final List<Derived<Application, Read>> levels = new ArrayList<>();
    private List<Waiting> open = new ArrayList<>();
    private final Map<Key, String> seen;

    /**
     * Which Application is meant. Repositories with a folder per cluster have several of one name, each for an Argo CD of
     * its own.
     *
     * @param scope what made it, where the file alone does not tell it apart; empty otherwise
     * @param namespace of the Application itself; empty where none is written
     */
    record Key(String scope, String file, String namespace, String name) {

        /** For what it makes. */
        String words() {
            return "Application \"" + name + "\" in " + file + (scope.isEmpty() ? "" : " of " + scope);
        }
    }

    private record Waiting(Key key, Application application) {}

    private record Followed(Key key, RenderedApplication rendered) {}

    /** Where an object comes from. */
    private record Place(
            String file, Origin origin, @Nullable Key maker) {}

    /**
     * @param before the pass before this one; where it is bootstrapped there is one Argo CD, in which a name stands once
     */
    Gathering(FileTree tree, Sources sources, Renderer renderer, ApplicationSets setReader, Pass before) {
        this.tree = tree;
        this.sources = sources;
        this.renderer = renderer;
        this.setReader = setReader;
        this.before = before;
        this.byNameAlone = before.bootstrapped();
        this.moves = new Moves(sources, before.found());
        this.followed = new ArrayList<>(before.size());
        this.seen = HashMap.newHashMap(before.size());
    }

    /** In the order of their names. */
    NameOrder applications() {
        return before.order()
                .next(followed.stream()
                        .map(each -> origins.isEmpty()
                                ? each.rendered()
                                : withOrigin(each.rendered(), origins.get(each.key())))
                        .toList());
    }

    /** For the next pass, with what was judged of it. */
    Pass pass(NameOrder order, Derived<RenderedApplication, Judged> judged) {
        return new Pass(byNameAlone, before.kubernetes(), statements, levels, moves.now(), order, judged);
    }

    /** What the revisions that may move have come to. */
    Map<Revision, String> commits() {
        Map<Revision, String> commits = new HashMap<>();
        moves.now().forEach((revision, found) -> commits.put(revision, found.commit()));
        return commits;
    }

    /** Of branches and tags: what a commit holds never changes. */
    Map<Revision, Finding> doubts() {
        Map<Revision, Finding> all = new HashMap<>(doubts);
        moves.now().forEach((revision, found) -> {
            if (found.doubt() != null) {
                all.put(revision, found.doubt());
            }
        });
        return all;
    }

    Map<String, AppProject> projects() {
        return projects;
    }

    List<DeclaredSet> sets() {
        return sets;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Takes a manifest that stands for itself. */
    void start(String file, Resource object) {
        take(Statement.of(new Declaration(file, object), Origin.ITSELF), new Place(file, Origin.ITSELF, null));
    }

    /** Takes the manifests of a file that stand for themselves. */
    void start(List<Declaration> declarations) {
        take(new Maker(null, 0, ""), declarations, Origin.ITSELF, null);
    }

    /**
     * Takes what a directory that nothing names renders to.
     *
     * @param key names the tree
     * @param alone whether no Application renders it in another way, with values that it may need
     */
    void startFrom(String directory, String key, boolean alone) {
        ApplicationSource source = ApplicationSource.of(directory);
        Output output =
                renderer.render(tree, key, source, new RemoteBases(sources)).output();
        if (alone) {
            findings.addAll(output.findings());
        }
        Origin origin = new Origin("", "", directory);
        output.declarations().forEach(each -> take(Statement.of(each, origin), new Place(each.file(), origin, null)));
    }

    /** Level by level: what makes nothing of its own is rendered side by side. */
    void follow() {
        while (!open.isEmpty()) {
            List<Waiting> level = open;
            open = new ArrayList<>();
            List<Read> read = read(level.stream().map(Waiting::application).toList());
            for (int i = 0; i < level.size(); i++) {
                Waiting by = level.get(i);
                followed.add(new Followed(by.key(), read.get(i).rendered()));
                made(by, read.get(i));
            }
        }
    }

    private List<Read> read(List<Application> level) {
        List<@Nullable Read> known = before.level(levels.size()).known(level);
        known.replaceAll(each -> each != null && moves.leave(each) ? each : null);
        List<Read> read =
                renderer.each(level, known, each -> SourceReader.read(renderer, sources, before.kubernetes(), each));
        for (int i = 0; i < read.size(); i++) {
            if (known.get(i) == null) {
                read.set(i, moves.noted(read.get(i)));
            }
        }
        levels.add(new Derived<>(level, read));
        return read;
    }

    private void made(Waiting by, Read read) {
        if (!read.makes()) {
            return;
        }
        for (int i = 0; i < read.parts().size(); i++) {
            List<Declaration> declarations = read.parts().get(i).output().declarations();
            if (!declarations.isEmpty()) {
                made(by, i, read.rendered().parts().get(i), declarations);
            }
        }
    }

    private void made(Waiting by, int number, Part part, List<Declaration> declarations) {
        String repository = isOwn(part) ? "" : part.source().repositoryUrl();
        boolean byFile = !declarations.getFirst().file().equals(part.source().path());
        Origin origin = new Origin(
                repository,
                "Application \"" + by.application().name() + "\"",
                byFile ? repository : by.key().words());
        take(new Maker(by.application(), number, repository), declarations, origin, by.key());
    }

    private void take(Maker maker, List<Declaration> declarations, Origin origin, @Nullable Key by) {
        Derived<Declaration, Statement> said = before.statements(maker)
                .next(declarations, (each, known) -> known == null ? Statement.of(each, origin) : known);
        statements.put(maker, said);
        for (int i = 0; i < declarations.size(); i++) {
            take(said.made().get(i), new Place(declarations.get(i).file(), origin, by));
        }
    }

    private void take(Statement statement, Place place) {
        switch (statement) {
            case Statement.Project(AppProject project) -> projects.putIfAbsent(project.name(), project);
            case Statement.One one -> application(one.application().object(), statement, place);
            case Statement.Malformed malformed -> application(malformed.object(), statement, place);
            case Statement.Several(Resource set) -> set(set, place);
            case Statement.Other _ -> {}
        }
    }

    private void set(Resource set, Place place) {
        Key key = key(place, set);
        if (!byNameAlone
                && seen.putIfAbsent(new Key("set " + key.scope(), key.file(), key.namespace(), key.name()), "")
                        != null) {
            return;
        }
        ApplicationSets.Made made = setReader.applications(place.file(), set, sources);
        boolean settled = made.findings().isEmpty()
                && made.byFiles()
                && made.read().stream().allMatch(this::isOwn);
        sets.add(new DeclaredSet(
                place.file(),
                set,
                settled,
                made.notes().stream().map(each -> placed(each, set, place)).toList()));
        made.flaws().forEach(each -> findings.add(placed(each, set, place)));
        made.findings().forEach(each -> findings.add(placed(each, set, place)));
        doubts.putAll(made.doubts());
        for (ApplicationSets.One one : made.applications()) {
            Origin origin = new Origin(
                    place.origin().repository(),
                    "ApplicationSet \"" + set.name() + "\"",
                    place.origin().scope() + " " + set.name(),
                    one.parameters(),
                    one.read());
            Resource object = one.application();
            application(
                    object,
                    Statement.of(new Declaration(place.file(), object), origin),
                    new Place(place.file(), origin, place.maker()));
        }
    }

    /** A set of another repository, or that a kustomization makes, stands in no file of the tree. */
    private Finding placed(Remark remark, Resource set, Place place) {
        Finding finding = remark.finding();
        return place.origin().repository().isEmpty()
                ? finding.at(ManifestPlace.of(tree, place.file(), set, remark.pointer()))
                : finding;
    }

    private Key key(Place place, Resource object) {
        return byNameAlone
                ? new Key("", "", "", object.name())
                : new Key(
                        place.origin().scope(),
                        place.file(),
                        Objects.requireNonNullElse(object.namespace(), ""),
                        object.name());
    }

    private void application(Resource object, Statement statement, Place place) {
        String name = object.name();
        Key key = key(place, object);
        String other = seen.putIfAbsent(key, place.file());
        if (other != null || isItsOwnMaker(name, place.maker())) {
            repeated(place, key, other);
        } else if (seen.size() > MOST) {
            tooMany(place);
        } else {
            if (place.maker() != null && !byNameAlone) {
                makers.put(key, place.maker());
            }
            switch (statement) {
                case Statement.One(Application application) -> open.add(new Waiting(key, application));
                case Statement.Malformed malformed ->
                    findings.add(Finding.of(place.file(), "The Application \"" + name + "\": " + malformed.why(), ""));
                case Statement.Project _, Statement.Several _, Statement.Other _ -> {}
            }
        }
    }

    private void repeated(Place place, Key key, @Nullable String other) {
        if (byNameAlone) {
            findings.add(Finding.of(
                    place.file(),
                    "The Application \"" + key.name() + "\" also stands in " + other + ".",
                    "one name each"));
        } else if (!place.origin().by().isEmpty() && !key.equals(place.maker())) {
            origins.putIfAbsent(key, place.origin());
            if (place.maker() != null) {
                makers.putIfAbsent(key, place.maker());
            }
        }
    }

    private void tooMany(Place place) {
        Finding finding = Finding.of(
                place.file(), "There are more than " + MOST + " Applications; the others are not read.", "fewer");
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    /** An app of apps may hold its own manifest; rendered from a chart it would make itself without end. */
    private boolean isItsOwnMaker(String name, @Nullable Key maker) {
        if (byNameAlone) {
            return false;
        }
        Set<Key> above = new HashSet<>();
        for (Key at = maker; at != null && above.add(at); at = makers.get(at)) {
            if (at.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static RenderedApplication withOrigin(RenderedApplication rendered, @Nullable Origin origin) {
        Application application = rendered.application();
        return origin == null || !application.origin().by().isEmpty()
                ? rendered
                : rendered.of(new Application(
                        application.name(),
                        application.file(),
                        application.project(),
                        application.sources(),
                        application.cluster(),
                        application.namespace(),
                        application.object(),
                        origin));
    }

    /** Whether a source is the tree itself. */
    boolean isOwn(Part part) {
        return isOwn(new Revision(part.source().repositoryUrl(), part.source().revision()));
    }

    private boolean isOwn(Revision revision) {
        return sources.find(revision.repositoryUrl(), revision.name()) instanceof Answer.Found found
                && found.tree().equals(tree);
    }

    /** The directories of the tree that Applications render, each with what it reads there. */
    Map<Key, Part> ownParts() {
        Map<Key, Part> parts = new LinkedHashMap<>();
        followed.forEach(each ->
                each.rendered().parts().stream().filter(this::isOwn).forEach(part -> parts.put(each.key(), part)));
        return parts;
    }

    /** Whether something makes it. */
    boolean isMade(Key key) {
        return makers.containsKey(key);
    }

    /** Forgets these, and what they alone have made. */
    void drop(Set<Key> dropped) {
        Set<Key> gone = new HashSet<>(dropped);
        boolean more = !gone.isEmpty();
        while (more) {
            more = followed.stream()
                    .map(Followed::key)
                    .filter(key -> makers.get(key) != null && gone.contains(makers.get(key)))
                    .map(gone::add)
                    .reduce(false, Boolean::logicalOr);
        }
        followed.removeIf(each -> gone.contains(each.key()));
    }

    Set<Key> keys() {
        return followed.stream().map(Followed::key).collect(Collectors.toSet());
    }
}

package dev.slipway.gitops.images;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationSource;
import dev.slipway.gitops.ParameterFiles;
import dev.slipway.gitops.RemoteBases;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.RenderedApplication.Part;
import dev.slipway.gitops.Sources;
import dev.slipway.gitops.Sources.Answer;
import dev.slipway.gitops.images.Decision.Rule;
import dev.slipway.kustomize.ImageOverride;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of rendered Applications which image each container runs and where that is decided. */
public final class ImageReader {

    private static final String UNWRITTEN = "no file has it as it runs";

    private final FileTree tree;
    private final Sources sources;
    private final RemoteBases bases;
    private final Map<String, @Nullable Documents> repositories = new HashMap<>();

    /**
     * @param tree the repository that holds the Applications
     * @param sources the others
     */
    public ImageReader(FileTree tree, Sources sources) {
        this.tree = tree;
        this.sources = sources;
        this.bases = new RemoteBases(sources);
    }

    /** In the order of the rendered objects. */
    public List<ContainerImage> images(RenderedApplication rendered) {
        List<ContainerImage> images = new ArrayList<>();
        for (Part part : rendered.parts()) {
            for (Resource object : part.objects()) {
                for (Containers.Named container : Containers.of(object)) {
                    images.add(image(rendered.application(), part, object, container));
                }
            }
        }
        return images;
    }

    /** Of a kustomization that no Application names. */
    public List<ContainerImage> images(String directory, List<Resource> objects) {
        List<ContainerImage> images = new ArrayList<>();
        for (Resource object : objects) {
            for (Containers.Named container : Containers.of(object)) {
                Question question = question(object, container);
                Optional<Decision> decision = new KustomizationImages(own()).decide(directory, question);
                images.add(image("", object, container, decision, UNWRITTEN));
            }
        }
        return images;
    }

    /** File and line of an Application, or of what makes it. */
    public String where(Application application) {
        ApplicationManifest manifest = manifest(application);
        return (application.origin().repository().isEmpty()
                        ? ""
                        : application.origin().repository() + " ")
                + application.file()
                + (manifest.root() == null ? "" : ":" + manifest.line(""));
    }

    /** What is noted beside an image that this repository decides. */
    public Optional<ReleaseMark> mark(Decision decision) {
        return decision.repository().isEmpty()
                ? tree.text(decision.file()).flatMap(text -> ReleaseMarks.read(decision, text))
                : Optional.empty();
    }

    private static Question question(Resource object, Containers.Named container) {
        return new Question(
                object.kind(), object.name(), container.container(), ImageReference.parse(container.image()));
    }

    private ContainerImage image(Application application, Part part, Resource object, Containers.Named container) {
        Optional<Decision> decision = decision(application, part, question(object, container));
        return image(application.name(), object, container, decision, undecided(application, part));
    }

    private static ContainerImage image(
            String application,
            Resource object,
            Containers.Named container,
            Optional<Decision> decision,
            String undecided) {
        return new ContainerImage(
                application,
                object.kind() + "/" + object.name(),
                container.container(),
                ImageReference.parse(container.image()),
                decision.orElse(null),
                decision.isPresent() ? "" : undecided);
    }

    private String undecided(Application application, Part part) {
        ApplicationSource source = part.source();
        boolean told = source.helm() != null || !source.overrides().images().isEmpty();
        if (told && manifest(application).root() == null) {
            return "the Application that may say it stands in no file: " + application.file() + " makes it";
        }
        return source.helm() == null ? UNWRITTEN : "a template puts it together from more than one value";
    }

    private Optional<Decision> decision(Application application, Part part, Question question) {
        Documents files = files(part.source());
        if (files == null) {
            return Optional.empty();
        }
        Optional<Decision> laidOver = laidOver(application, part, files, question.image());
        if (laidOver.isPresent()) {
            return laidOver;
        }
        if (part.source().helm() != null) {
            return new HelmImages(application, part, files, manifest(application), each -> files(application, each))
                    .decide(question);
        }
        if (part.source().directory()
                || !KustomizationImages.isOne(files, part.source().path())) {
            return part.filesRead().stream()
                    .flatMap(file -> new Manifests(files).decide(file, question).stream())
                    .findFirst();
        }
        Optional<Decision> overridden = overridden(application, part, question);
        return overridden.isPresent()
                ? overridden
                : new KustomizationImages(files).decide(part.source().path(), renamed(part.source(), question));
    }

    /** The last file that says so decides. */
    private static Optional<Decision> laidOver(
            Application application, Part part, Documents files, ImageReference image) {
        return ParameterFiles.paths(application, part.source()).reversed().stream()
                .flatMap(file -> files.of(file).stream()
                        .flatMap(document -> Values.of(document).stream())
                        .filter(value -> image.isToldBy(value.text()))
                        .map(value -> new Decision(
                                Rule.PARAMETER_FILE,
                                files.repository(),
                                file,
                                value.line(),
                                0,
                                value.pointer(),
                                "",
                                value.text())))
                .findFirst();
    }

    private Optional<Decision> overridden(Application application, Part part, Question question) {
        List<ImageOverride> images = part.source().overrides().images();
        for (int i = 0; i < images.size(); i++) {
            if (decides(images.get(i), question.image())) {
                return manifest(application)
                        .decision(
                                Rule.APPLICATION,
                                application.pointer(part.number()) + "/kustomize/images/" + i,
                                question.image().toString());
            }
        }
        return Optional.empty();
    }

    private static boolean decides(ImageOverride override, ImageReference image) {
        String name = Objects.requireNonNullElse(override.newName(), override.name());
        boolean digest = override.digest() != null && override.digest().equals(image.digest());
        boolean tag = image.digest() == null
                && override.newTag() != null
                && override.newTag().equals(image.tag());
        return name.equals(image.name()) && (digest || tag);
    }

    /** What the kustomization calls an image that the Application gives another name alone. */
    private static Question renamed(ApplicationSource source, Question question) {
        return source.overrides().images().stream()
                .filter(each -> question.image().name().equals(each.newName())
                        && each.newTag() == null
                        && each.digest() == null)
                .findFirst()
                .map(each -> question.about(question.image().withName(each.name())))
                .orElse(question);
    }

    /** The file that the Application stands in. */
    ApplicationManifest manifest(Application application) {
        String repository = application.origin().repository();
        Documents files = repository.isEmpty() ? own() : repositories.get(repository);
        return ApplicationManifest.of(application, files == null ? own() : files);
    }

    private @Nullable Documents files(Application application, String reference) {
        return application.sources().stream()
                .filter(each -> reference.equals(each.reference()))
                .findFirst()
                .map(this::files)
                .orElse(null);
    }

    private Documents own() {
        return Objects.requireNonNull(repositories.computeIfAbsent("", _ -> new Documents(bases.beside(tree), "")));
    }

    private @Nullable Documents files(ApplicationSource source) {
        String url = source.chart().isEmpty()
                ? source.repositoryUrl()
                : source.repositoryUrl().replaceFirst("/+$", "") + "/" + source.chart();
        return switch (sources.find(url, source.revision())) {
            case Answer.Missing _ -> null;
            case Answer.Found found when found.tree().equals(tree) -> own();
            case Answer.Found found ->
                repositories.computeIfAbsent(
                        url + " " + found.commit(), _ -> new Documents(bases.beside(found.tree()), url));
        };
    }
}

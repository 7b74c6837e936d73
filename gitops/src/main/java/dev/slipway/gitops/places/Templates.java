package dev.slipway.gitops.places;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.gitops.ApplicationSource;
import dev.slipway.gitops.Charts;
import dev.slipway.helm.HelmException;
import dev.slipway.helm.HelmObject;
import dev.slipway.helm.UnpackedCharts;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The templates of a chart: which one writes an object Helm tells, where in it only its text. */
final class Templates implements Origins {

    private final FileTree tree;
    private final String prefix;
    private final List<HelmObject> objects;

    /** @param prefix before each place; names a repository that is not the reader's own */
    Templates(FileTree tree, ApplicationSource source, String prefix) {
        this.tree = new UnpackedCharts(tree);
        this.prefix = prefix;
        this.objects = objects(tree, source);
    }

    /** Of a chart that cannot be rendered there are none; whoever rendered it has told. */
    private static List<HelmObject> objects(FileTree tree, ApplicationSource source) {
        try {
            return Charts.render(tree, source).written();
        } catch (HelmException | TreeException _) {
            return List.of();
        }
    }

    @Override
    public Optional<String> place(Resource object, String pointer) {
        return objects.stream()
                .filter(each -> isOne(each.resource(), object))
                .map(HelmObject::template)
                .findFirst()
                .map(file -> prefix
                        + file
                        + new TemplateText(tree.text(file).orElse(""))
                                .line(object, pointer)
                                .map(line -> ":" + line)
                                .orElse(""));
    }

    /** The content alone tells objects that get their names when they are created. */
    private static boolean isOne(Resource written, Resource object) {
        return written.kind().equals(object.kind())
                && (written.name().isEmpty()
                        ? written.content().equals(object.content())
                        : written.name().equals(object.name())
                                && written.group().equals(object.group())
                                && isIn(written, object.namespace()));
    }

    private static boolean isIn(Resource written, @Nullable String namespace) {
        return written.namespace() == null || written.namespace().equals(namespace);
    }
}

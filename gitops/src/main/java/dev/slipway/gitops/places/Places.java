package dev.slipway.gitops.places;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.gitops.ApplicationId;
import dev.slipway.gitops.ApplicationSource;
import dev.slipway.gitops.RemoteBases;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Sources;
import dev.slipway.helm.Helm;
import dev.slipway.kustomize.Kustomize;
import dev.slipway.kustomize.KustomizeException;
import dev.slipway.kustomize.Overrides;
import dev.slipway.kustomize.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds again where objects stand, by kind and name, in the files that their Application was rendered from. These are read when
 * they are asked for first. Safe for use by several threads.
 */
public final class Places {

    /** What is asked comes Application by Application. */
    private static final int MOST_KEPT = 16;

    private final Sources sources;
    private final String ownRepository;
    private final Map<ApplicationId, List<Origins>> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ApplicationId, List<Origins>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** @param ownRepository whose files need no name before them; empty for none */
    public Places(Sources sources, String ownRepository) {
        this.sources = sources;
        this.ownRepository = ownRepository;
    }

    /**
     * File, line and column of what the JSON pointer points to, as near as it is found, in a chart's template without the column; empty
     * when the object is not found.
     */
    public Optional<String> of(RenderedApplication application, Resource object, String pointer) {
        return origins(application).stream()
                .flatMap(each -> each.place(object, pointer).stream())
                .findFirst();
    }

    private List<Origins> origins(RenderedApplication rendered) {
        synchronized (read) {
            return read.computeIfAbsent(
                    rendered.application().id(),
                    _ -> rendered.parts().stream()
                            .<Origins>flatMap(part -> origins(part).stream())
                            .toList());
        }
    }

    private Optional<Origins> origins(RenderedApplication.Part part) {
        String url = part.source().repositoryUrl();
        if (!(sources.find(url, part.source().revision()) instanceof Sources.Answer.Found found)) {
            return Optional.empty();
        }
        boolean own = sources.identity(url).equals(sources.identity(ownRepository));
        String prefix = own ? "" : url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\.git$", "") + ": ";
        FileTree tree = new RemoteBases(sources).beside(found.tree());
        return Optional.of(
                part.isChart()
                        ? new Templates(tree, part.source(), prefix)
                        : new Documents(tree, part.filesRead(), prefix));
    }

    /** The same of what a directory of the tree renders to that no Application names: a chart by itself, or a kustomization. */
    public static Optional<String> in(FileTree tree, String directory, Resource object) {
        try {
            Origins origins = Helm.isChart(tree, directory)
                    ? new Templates(tree, ApplicationSource.of(directory), "")
                    : new Documents(
                            tree,
                            Kustomize.render(tree, directory, Overrides.none()).filesRead(),
                            "");
            return origins.place(object, "");
        } catch (KustomizeException _) {
            return Optional.empty();
        }
    }
}

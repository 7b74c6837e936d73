package dev.slipway.gitops.places;

import dev.slipway.gitops.ApplicationId;
import dev.slipway.gitops.RemoteBases;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Sources;
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
    private final Map<ApplicationId, List<Documents>> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ApplicationId, List<Documents>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** @param ownRepository whose files need no name before them; empty for none */
    public Places(Sources sources, String ownRepository) {
        this.sources = sources;
        this.ownRepository = ownRepository;
    }

    /** File, line and column of what the JSON pointer points to, as near as it is found; empty when the object is not. */
    public Optional<String> of(RenderedApplication application, Resource object, String pointer) {
        return documents(application).stream()
                .flatMap(documents -> documents.place(object, pointer).stream())
                .findFirst();
    }

    private List<Documents> documents(RenderedApplication rendered) {
        synchronized (read) {
            return read.computeIfAbsent(
                    rendered.application().id(),
                    _ -> rendered.parts().stream()
                            .flatMap(part -> documents(part).stream())
                            .toList());
        }
    }

    private Optional<Documents> documents(RenderedApplication.Part part) {
        String url = part.source().repositoryUrl();
        if (!(sources.find(url, part.source().revision()) instanceof Sources.Answer.Found found)) {
            return Optional.empty();
        }
        boolean own = sources.identity(url).equals(sources.identity(ownRepository));
        String name = url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\.git$", "");
        return Optional.of(
                new Documents(new RemoteBases(sources).beside(found.tree()), part.filesRead(), own ? "" : name + ": "));
    }
}

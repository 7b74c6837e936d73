package dev.slipway.scaffolder;

import dev.slipway.documents.tree.FileContent;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The files that golden paths share ({@code shared/} of a template), for services that no golden path made. */
public interface SharedManifests {

    /**
     * All of them, rendered, by path.
     *
     * @param templates whose shared files are taken: the first that the platform repository has; none of them, the shipped ones
     * @throws ScaffolderException with INVALID when they cannot be rendered with these values
     */
    SortedMap<String, FileContent> render(List<String> templates, Map<String, @Nullable Object> values);
}

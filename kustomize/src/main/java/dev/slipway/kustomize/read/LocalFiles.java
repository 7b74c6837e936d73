package dev.slipway.kustomize.read;

import dev.slipway.documents.yaml.YamlValue;
import java.util.List;

/** The files that one kustomization may read: in and below its directory. */
public interface LocalFiles {

    /** The path from the root of the tree. */
    String path(Text written);

    /** @throws dev.slipway.kustomize.problem.Refusal if there is no such file, or it may not be read from here */
    byte[] bytes(Text written);

    /** As {@link #bytes}, decoded as UTF-8. */
    String text(Text written);

    /**
     * The documents of a file.
     *
     * @throws dev.slipway.kustomize.problem.Refusal as {@link #bytes}, and if it is not YAML
     */
    List<YamlValue> documents(Text written);

    /** The last part of the directory's path. */
    String directoryName();
}

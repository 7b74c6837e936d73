package dev.slipway.support;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.platform.Cluster;
import dev.slipway.platform.DefinitionAtMain;
import dev.slipway.platform.GitLocations;
import dev.slipway.platform.PlatformDefinition;
import dev.slipway.platform.PlatformState;
import dev.slipway.platform.Platforms;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A platform called acme whose images are below {@code registry.localhost/acme}. */
public record FixedPlatform(List<Cluster> clusters) implements Platforms {

    /** One without clusters. */
    public FixedPlatform() {
        this(List.of());
    }

    @Override
    public PlatformDefinition current() {
        return new PlatformDefinition(
                "acme",
                new RepositoryRef("acme", "platform"),
                "localhost",
                new GitLocations("http://slipway.localhost:7070/git/acme", List.of(), "acme"),
                "registry.localhost/acme",
                clusters,
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                false,
                null);
    }

    @Override
    public Optional<PlatformDefinition> find() {
        return Optional.of(current());
    }

    @Override
    public Optional<DefinitionAtMain> newest() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PlatformState state() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Problem> validate(FileTree tree) {
        throw new UnsupportedOperationException();
    }
}

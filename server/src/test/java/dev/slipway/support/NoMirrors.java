package dev.slipway.support;

import dev.slipway.git.GitMirrors;
import dev.slipway.git.Mirror;
import dev.slipway.kernel.Problem;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nothing is mirrored: what asks for a mirror all the same is mistaken. */
public final class NoMirrors implements GitMirrors {

    @Override
    public List<Problem> problems(String url) {
        return List.of();
    }

    @Override
    public Mirror of(String url, @Nullable String secret) {
        throw new UnsupportedOperationException(url);
    }

    @Override
    public List<Mirror> all() {
        return List.of();
    }

    @Override
    public List<Mirror> refresh(Collection<String> urls) {
        return List.of();
    }
}

package dev.slipway.git.imports;

import dev.slipway.git.GitImports;
import dev.slipway.git.content.Repositories;
import dev.slipway.git.embedded.PushRecorder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Imports with limits of their own. */
public final class ImportsFor {

    private ImportsFor() {}

    /** @param host the one that may be asked although it stands on this machine */
    public static GitImports host(Repositories repositories, PushRecorder pushes, String host, long bytes) {
        return new HttpImports(
                repositories,
                new ImportProperties(List.of(host), DataSize.ofBytes(bytes), Duration.ofMinutes(1)),
                pushes,
                _ -> {},
                Clock.systemUTC());
    }
}

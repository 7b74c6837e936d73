package dev.slipway.operations.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** What a backup put aside before the process was killed goes with the next start. */
@Component
class Leftovers {

    private final Path data;

    Leftovers(@Value("${slipway.data}") Path data) {
        this.data = data;
    }

    @EventListener(ContextRefreshedEvent.class)
    void remove() throws IOException {
        try (Stream<Path> all = Files.list(data)) {
            List<Path> left = all.filter(path -> path.getFileName().toString().startsWith(LiveBackups.PUT_ASIDE))
                    .toList();
            for (Path each : left) {
                FileSystemUtils.deleteRecursively(each);
            }
        }
    }
}

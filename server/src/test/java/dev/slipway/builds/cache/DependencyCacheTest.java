package dev.slipway.builds.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.builds.store.BuildDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DependencyCacheTest {

    @TempDir
    private Path data;

    @TempDir
    private Path build;

    private DependencyCache cache;

    @BeforeEach
    void create() {
        cache = new DependencyCache(new BuildDirectories(data), DataSize.ofKilobytes(10));
    }

    private Path file(String name, int kilobytes) throws IOException {
        Path file = build.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[kilobytes * 1024]);
    }

    private void add(String name, int kilobytes, long second) throws IOException {
        cache.add(List.of(new CachedUnit(file(name, kilobytes), name)));
        Files.setLastModifiedTime(cache.directory().resolve(name), FileTime.from(Instant.EPOCH.plusSeconds(second)));
    }

    @Test
    void theOldestGoWhenItBecomesTooMuch() throws IOException {
        add("a/new", 3, 3);
        add("a/old", 3, 1);
        add("a/newer", 4, 4);

        cache.add(List.of(new CachedUnit(file("a/last", 1), "a/last")));

        assertThat(cache.directory().resolve("a")).isDirectoryNotContaining("glob:**/old");
        assertThat(cache.directory().resolve("a/new")).exists();
        assertThat(cache.directory().resolve("a/last")).exists();
    }

    @Test
    void aFolderComesAndGoesAsAWhole() throws IOException {
        file("tool/bin/run", 2);
        file("tool/lib/big", 9);

        cache.add(List.of(new CachedUnit(build.resolve("tool"), CachedUnit.FOLDERS + "/tool")));

        assertThat(cache.directory().resolve(CachedUnit.FOLDERS + "/tool")).doesNotExist();
    }

    @Test
    void nothingIsRemovedWhileABuildReads() throws Exception {
        add("a", 6, 1);

        cache.<Void, RuntimeException>reading(() -> {
            cache.add(List.of(new CachedUnit(file("b", 6), "b")));
            assertThat(cache.directory().resolve("a")).exists();
            return null;
        });
        cache.add(List.of());

        assertThat(cache.directory().resolve("a")).doesNotExist();
    }

    @Test
    void aPathThatLeadsOutIsNotTaken() throws IOException {
        assertThat(cache.add(List.of(new CachedUnit(file("x", 1), "../../x")))).isZero();
    }

    @Test
    void linksInAFolderAreLeftOut() throws IOException {
        file("tool/run", 1);
        Files.createSymbolicLink(build.resolve("tool/secret"), Path.of("/etc/passwd"));

        cache.add(List.of(new CachedUnit(build.resolve("tool"), CachedUnit.FOLDERS + "/tool")));

        assertThat(cache.directory().resolve(CachedUnit.FOLDERS + "/tool/run")).exists();
        assertThat(cache.directory().resolve(CachedUnit.FOLDERS + "/tool/secret"))
                .doesNotExist();
    }
}

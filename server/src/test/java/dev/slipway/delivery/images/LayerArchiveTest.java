package dev.slipway.delivery.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.builds.StoredImage.Layer;
import dev.slipway.kernel.ImageDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers of images that other people made. */
class LayerArchiveTest {

    @TempDir
    Path directory;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectories(directory.resolve("root"));
        Files.writeString(directory.resolve("secret"), "mine");
    }

    @Test
    void writesWhatLiesInIt() throws Exception {
        unpack(file("app/run", "one"), link("app/current", "run"), link("bin", "/app"));

        assertThat(root.resolve("app/current")).hasContent("one");
        assertThat(root.resolve("bin/run")).hasContent("one");
    }

    @Test
    void takesAnAbsoluteNameAsBelowItsRoot() throws Exception {
        unpack(file("/etc/settings", "ours"));

        assertThat(root.resolve("etc/settings")).hasContent("ours");
    }

    @Test
    void refusesANameThatLeadsOut() {
        assertThatThrownBy(() -> unpack(file("app/../../secret", "theirs")))
                .hasMessageContaining("\"app/../../secret\" leads out of the image");
        assertThat(directory.resolve("secret")).hasContent("mine");
    }

    @Test
    void refusesALinkThatLeadsOut() {
        assertThatThrownBy(() -> unpack(link("app/up", "../../secret"))).hasMessageContaining("leads out of the image");
        assertThatThrownBy(() -> unpack(link("up", "/../secret"))).hasMessageContaining("leads out of the image");
    }

    @Test
    void refusesAHardLinkThatLeadsOut() {
        assertThatThrownBy(() -> unpack(hardLink("app/copy", "../secret")))
                .hasMessageContaining("leads out of the image");
    }

    @Test
    void refusesToWriteBelowALink() {
        assertThatThrownBy(() -> unpack(file("data/x", "one"), link("link", "data"), file("link/y", "two")))
                .hasMessageContaining("\"link/y\" lies below a symbolic link");
        assertThatThrownBy(() -> unpack(link("to", "data"), hardLink("copy", "to/x")))
                .hasMessageContaining("lies below a symbolic link");
    }

    @Test
    void copiesWhatAHardLinkMeans() throws Exception {
        unpack(file("app/run", "one"), hardLink("app/again", "app/run"));

        assertThat(root.resolve("app/again")).hasContent("one");
    }

    @Test
    void takesAwayWhatALaterLayerWhitesOut() throws Exception {
        unpack(file("app/old", "one"), file("app/kept", "two"), file("logs/a", "a"), file("logs/b", "b"));

        unpack(file("app/.wh.old", ""), file("logs/.wh..wh..opq", ""), file("logs/c", "c"));

        assertThat(root.resolve("app/old")).doesNotExist();
        assertThat(root.resolve("app/kept")).hasContent("two");
        assertThat(root.resolve("logs").toFile().list()).containsExactly("c");
    }

    @Test
    void whitesOutNothingOutside() {
        assertThatThrownBy(() -> unpack(file("../.wh.secret", ""))).hasMessageContaining("leads out of the image");
        for (String name : List.of(".wh...", "app/.wh...", "app/.wh.", "app/.wh..")) {
            assertThatThrownBy(() -> unpack(file(name, ""))).hasMessageContaining("whites out no name");
        }
        assertThat(directory.resolve("secret")).hasContent("mine");
        assertThat(root).exists();
    }

    private record Entry(TarArchiveEntry header, byte[] content) {}

    private static Entry file(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry header = new TarArchiveEntry(name, true);
        header.setSize(bytes.length);
        return new Entry(header, bytes);
    }

    private static Entry link(String name, String target) {
        return linked(name, target, TarConstants.LF_SYMLINK);
    }

    private static Entry hardLink(String name, String target) {
        return linked(name, target, TarConstants.LF_LINK);
    }

    private static Entry linked(String name, String target, byte type) {
        TarArchiveEntry header = new TarArchiveEntry(name, type, true);
        header.setLinkName(target);
        return new Entry(header, new byte[0]);
    }

    private void unpack(Entry... entries) throws IOException {
        Path layer = directory.resolve("layer.tar");
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(layer))) {
            for (Entry entry : List.of(entries)) {
                tar.putArchiveEntry(entry.header());
                tar.write(entry.content());
                tar.closeArchiveEntry();
            }
        }
        new LayerArchive(root).unpack(new Layer(new ImageDigest("sha256:" + "a".repeat(64)), layer, false));
    }
}

package dev.slipway.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path parent;

    @Test
    void isReadableByItsOwnerAloneAndKnowsItsFormat() throws IOException {
        Path path = parent.resolve("a b/data");

        try (DataDirectory data = DataDirectory.open(path)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
            assertThat(path.resolve("format")).hasContent("1\n");
            assertThat(data.instance()).startsWith("slipway-");
        }
    }

    @Test
    void keepsTheNameOfTheInstallation() throws IOException {
        String first;
        try (DataDirectory data = DataDirectory.open(parent)) {
            first = data.instance();
        }
        try (DataDirectory data = DataDirectory.open(parent)) {
            assertThat(data.instance()).isEqualTo(first);
        }
    }

    @Test
    void letsOneProcessInAtATimeAndNamesIt() throws IOException {
        try (DataDirectory _ = DataDirectory.open(parent)) {
            assertThatThrownBy(() -> DataDirectory.open(parent))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("already running")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data DIR");
        }
        DataDirectory.open(parent).close();
    }

    @Test
    void refusesTheDataOfANewerSlipwayAndLeavesItAlone() throws IOException {
        Files.writeString(parent.resolve("format"), "2\n");

        assertThatThrownBy(() -> DataDirectory.open(parent)).hasMessageContaining("format \"2\"");

        assertThat(parent.resolve("lock")).doesNotExist();
    }

    @Test
    void refusesADirectoryOfSomebodyElseAndLeavesItAlone() throws IOException {
        Path foreign = Files.createDirectory(parent.resolve("foreign"));
        Files.writeString(foreign.resolve("mine.txt"), "mine");
        Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> DataDirectory.open(foreign))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("\"" + foreign + "\" is not empty, and what is in it is not Slipway's")
                .hasMessageContaining("--data DIR");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(foreign)))
                .isEqualTo("rwxr-xr-x");
        try (var left = Files.list(foreign)) {
            assertThat(left).containsExactly(foreign.resolve("mine.txt"));
        }
    }

    @Test
    void doesNotTakeAFileThatHappensToBeCalledFormatForItsOwn() throws IOException {
        Files.writeString(parent.resolve("format"), "1\n");
        Files.writeString(parent.resolve("photo.raw"), "mine");

        assertThatThrownBy(() -> DataDirectory.open(parent))
                .hasMessageContaining("what is in it is not Slipway's")
                .hasMessageContaining("Nothing was touched");
        Files.writeString(parent.resolve("instance"), "camera 7\n");
        assertThatThrownBy(() -> DataDirectory.open(parent)).hasMessageContaining("what is in it is not Slipway's");

        assertThat(parent).isDirectoryNotContaining("glob:**lock");
        assertThat(parent.resolve("instance")).hasContent("camera 7");
    }

    @Test
    void goesOnWhereAFirstStartWasCutOff() throws IOException {
        Files.createFile(parent.resolve("lock"));
        Files.createFile(parent.resolve("format.new"));
        DataDirectory.open(parent).close();
        assertThat(parent.resolve("format")).hasContent("1\n");

        Files.delete(parent.resolve("instance"));
        Files.createFile(parent.resolve("instance.new"));
        DataDirectory.open(parent).close();
        assertThat(parent.resolve("instance")).content().startsWith("slipway-");
    }

    @Test
    void saysWhenItIsNoDirectory() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("cannot be used: \"" + file + "\" is no directory.");
    }

    @Test
    void saysThatPermissionIsMissing() {
        AccessDeniedException denied = new AccessDeniedException("/root/data");

        assertThat(LaunchException.of("It cannot be used", denied))
                .hasMessageContaining("It cannot be used: permission to \"/root/data\" is denied.");
    }

    @Test
    void tellsAFullDiskFromOtherFailures() {
        IOException full = new IOException("write failed", new IOException("No space left on device"));

        assertThat(LaunchException.of("It cannot be written", full)).hasMessageContaining("the disk is full");
    }
}

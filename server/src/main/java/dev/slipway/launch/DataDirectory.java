package dev.slipway.launch;

import dev.slipway.kernel.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that Slipway keeps: readable by its owner alone, of a known format, used by one process at a time. */
final class DataDirectory implements AutoCloseable {

    /** Raised when what lies in the directory changes so that an older Slipway would damage it. */
    static final int FORMAT = 1;

    private static final String UNFINISHED = "restoring";

    private static final String INSTANCE = "slipway-";

    /** What a start that was cut off may leave before the installation has its name. */
    private static final Set<String> BEGINNINGS = Set.of("lock", "format.new", "format", "instance.new");

    private static final long LEAST_SPACE = 200L * 1024 * 1024;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<?> PRIVATE = PosixFilePermissions.asFileAttribute(OWNER_ONLY);

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes it if it is missing; refuses one that is somebody else's, in use, of a newer format, half restored, or on a full disk. */
    static DataDirectory open(Path path) {
        if (Files.exists(path.resolve(UNFINISHED))) {
            throw LaunchException.because(Problem.of("A restore into \"" + path + "\" was cut off.")
                    .next("Remove the directory and restore once more."));
        }
        return opened(path);
    }

    /** One that no start takes before it is {@link #finish finished}. */
    static DataDirectory openUnfinished(Path path) {
        DataDirectory directory = opened(path);
        try {
            Files.createFile(directory.path.resolve(UNFINISHED));
            return directory;
        } catch (IOException e) {
            throw LaunchException.of("The data directory \"" + path + "\" cannot be used", e);
        }
    }

    void finish() throws IOException {
        Files.delete(path.resolve(UNFINISHED));
    }

    /** Nothing that somebody has is ever mixed with something else. */
    static void requireEmpty(Path path) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(path)) {
            if (all.iterator().hasNext()) {
                throw LaunchException.because(Problem.of("The data directory \"" + path + "\" is not empty.")
                        .next("Restore into another one: slipway restore FILE --data DIR."));
            }
        } catch (NoSuchFileException _) {
            // It will be made.
        } catch (IOException e) {
            throw LaunchException.of("The data directory \"" + path + "\" cannot be read", e);
        }
    }

    private static DataDirectory opened(Path path) {
        try {
            requireOwn(path);
            requireFormat(path);
            Files.createDirectories(path, PRIVATE);
            Path real = path.toRealPath();
            Files.setPosixFilePermissions(real, OWNER_ONLY);
            DataDirectory directory = new DataDirectory(real, lock(real));
            directory.requireSpace();
            directory.writeIfMissing("format", FORMAT + "\n");
            directory.writeIfMissing("instance", INSTANCE + UUID.randomUUID() + "\n");
            return directory;
        } catch (IOException e) {
            throw LaunchException.of("The data directory \"" + path + "\" cannot be used", e);
        }
    }

    Path path() {
        return path;
    }

    /** A stable name of this installation. */
    String instance() {
        try {
            return Files.readString(path.resolve("instance")).strip();
        } catch (IOException e) {
            throw LaunchException.of("\"" + path.resolve("instance") + "\" cannot be read", e);
        }
    }

    /** Before anything is touched: a home directory that was meant for something else is not made private. */
    private static void requireOwn(Path path) throws IOException {
        if (!Files.isDirectory(path) || isNamed(path)) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(path)) {
            for (Path each : all) {
                if (!BEGINNINGS.contains(each.getFileName().toString())) {
                    throw LaunchException.because(Problem.of(
                                    "The directory \"" + path + "\" is not empty, and what is in it is not Slipway's.")
                            .next("Nothing was touched. Name an empty or a new one: --data DIR."));
                }
            }
        }
    }

    /** Other programs too write a file {@code format}; a name that begins so in {@code instance}, only Slipway does. */
    private static boolean isNamed(Path path) throws IOException {
        Path instance = path.resolve("instance");
        return Files.isRegularFile(instance)
                && new String(Files.readAllBytes(instance), StandardCharsets.ISO_8859_1).startsWith(INSTANCE);
    }

    private static void requireFormat(Path path) throws IOException {
        Path file = path.resolve("format");
        if (!Files.exists(file)) {
            return;
        }
        String format = Files.readString(file).strip();
        if (!format.equals(String.valueOf(FORMAT))) {
            throw LaunchException.because(Problem.at(file.toString(), "The data has format \"" + format + "\".")
                    .expecting("format " + FORMAT + ", which is what this Slipway reads")
                    .next("Use the newer Slipway that wrote it, or another place: --data DIR."));
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            String holder = read(channel).map(pid -> " (process " + pid + ")").orElse("");
            channel.close();
            throw LaunchException.because(Problem.of("Slipway is already running on \"" + path + "\"" + holder + ".")
                    .next("Use that one, stop it with Ctrl-C in its terminal, or start this one on other data: "
                            + "--data DIR --port PORT."));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static Optional<String> read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(32);
        channel.read(buffer, 0);
        String pid = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? Optional.empty() : Optional.of(pid);
    }

    private void requireSpace() throws IOException {
        long usable = Files.getFileStore(path).getUsableSpace();
        if (usable < LEAST_SPACE) {
            close();
            throw LaunchException.because(LaunchException.fullDisk(
                    "The disk of \"" + path + "\" has " + usable / (1024 * 1024) + " MB left"));
        }
    }

    private void writeIfMissing(String name, String text) throws IOException {
        Path file = path.resolve(name);
        if (!Files.exists(file)) {
            Path draft = path.resolve(name + ".new");
            Files.writeString(
                    draft,
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}

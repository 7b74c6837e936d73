package dev.slipway.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.operations.BackupContents;
import dev.slipway.operations.BackupException;
import dev.slipway.operations.Backups;
import dev.slipway.support.TestDatabase;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A backup restores what there was, and one that is not whole restores nothing. */
class BackupIT {

    private static final String PASSPHRASE = "correct horse battery";

    @TempDir
    private Path directory;

    private Path data;
    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient rows = JdbcClient.create(database.dataSource());

    @BeforeEach
    void fill() throws Exception {
        data = Files.createDirectory(directory.resolve("data"));
        write("images/blobs/sha256/abc", "a layer");
        write("builds/1/log", "built");
        write("builds/cache/layers/x", "can be made again");
        write("audit.head", "1 abc");
        rows.sql("insert into git_repositories (repository, description, created_at)"
                        + " values ('acme/pricing', 'Knows \\ and\ttabs', now())")
                .update();
        rows.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values ('a', 'a', now(), false, 1)")
                .update();
    }

    @Test
    void whatThereWasIsThereAgain() throws Exception {
        commit("first");
        Path file = backup();

        TestDatabase other = TestDatabase.empty();
        Path restored = restore(file, PASSPHRASE, other);

        JdbcClient there = JdbcClient.create(other.dataSource());
        assertThat(there.sql("select description from git_repositories")
                        .query(String.class)
                        .list())
                .containsExactly("Knows \\ and\ttabs");
        assertThat(there.sql("select count(*) from scheduled_tasks")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(restored.resolve("images/blobs/sha256/abc")).hasContent("a layer");
        assertThat(restored.resolve("builds/1/log")).hasContent("built");
        assertThat(restored.resolve("builds/cache")).doesNotExist();
        assertThat(restored.resolve("audit.head")).hasContent("1 abc");
        assertThat(log(restored)).containsExactly("first");
        assertThat(leftOf(data)).isEmpty();
        assertThat(leftOf(restored)).isEmpty();
    }

    @Test
    void numbersGoOnWhereTheyWere() throws Exception {
        String insert =
                "insert into builds_builds (repository, commit_id, branch, status, builder, isolation, queued_at)"
                        + " values ('acme/pricing', ?, 'main', 'SUCCEEDED', 'ci', 'none', now()) returning id";
        long last = rows.sql(insert).param("c1").query(Long.class).single();
        TestDatabase other = TestDatabase.empty();

        var _ = restore(backup(), PASSPHRASE, other);

        assertThat(JdbcClient.create(other.dataSource())
                        .sql(insert)
                        .param("c2")
                        .query(Long.class)
                        .single())
                .isEqualTo(last + 1);
    }

    /** What is committed and packed while the file is being read is whole in it, or not in it. */
    @Test
    void aRepositoryThatIsWrittenToMeanwhileStaysWhole() throws Exception {
        for (int i = 0; i < 20; i++) {
            commit("before " + i);
        }
        // Fills the segments that are encrypted as one, so that commits come before the references are read.
        byte[] noise = new byte[5 << 20];
        new java.util.Random(1).nextBytes(noise);
        Files.write(data.resolve("repositories/acme/pricing.git/noise"), noise);
        Backups.Backup backup = backups().begin(PASSPHRASE);
        Path file = directory.resolve("file");
        try (OutputStream slow = new Meanwhile(Files.newOutputStream(file), () -> {
            commit("meanwhile");
            pack();
        })) {
            backup.writeTo(slow);
        }

        Path restored = restore(file, PASSPHRASE, TestDatabase.empty());

        assertThat(log(restored)).hasSizeGreaterThanOrEqualTo(20).contains("before 19", "before 0");
    }

    @Test
    void anotherPassphraseOpensNothing() throws Exception {
        Path file = backup();

        assertThatThrownBy(() -> restore(file, "another passphrase", TestDatabase.empty()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("wrong passphrase");
        assertThat(leftOf(directory.resolve("restored"))).isEmpty();
    }

    @Test
    void aFileThatIsCutOffOrChangedRestoresNothing() throws Exception {
        byte[] whole = Files.readAllBytes(backup());
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        for (byte[] broken : List.of(java.util.Arrays.copyOf(whole, whole.length - 20), changed)) {
            TestDatabase other = TestDatabase.empty();
            Path file = Files.write(directory.resolve("broken"), broken);

            assertThatThrownBy(() -> restore(file, PASSPHRASE, other)).isInstanceOf(BackupException.class);
            assertThat(JdbcClient.create(other.dataSource())
                            .sql("select count(*) from pg_tables where schemaname = 'public'")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    /** Reading fails in the middle: what was written until then must not pass for a backup. */
    @Test
    void aBackupThatFailedHalfWayDoesNotOpen() throws Exception {
        Backups.Backup backup = backups().begin(PASSPHRASE);
        try (Stream<Path> aside = Files.find(data, 2, (path, _) -> path.endsWith("git_repositories"))) {
            Files.delete(aside.findFirst().orElseThrow());
        }
        Path file = directory.resolve("file");
        try (OutputStream out = Files.newOutputStream(file)) {
            assertThatThrownBy(() -> backup.writeTo(out)).isInstanceOf(java.io.IOException.class);
        }

        assertThatThrownBy(() -> restore(file, PASSPHRASE, TestDatabase.empty()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void whatIsNoBackupIsToldSo() throws Exception {
        Path file = Files.writeString(directory.resolve("letter"), "Dear all, this is a letter and nothing else.\n");

        assertThatThrownBy(() -> restore(file, PASSPHRASE, TestDatabase.empty()))
                .hasMessageContaining("no backup");
        assertThatThrownBy(() -> restore(directory.resolve("nowhere"), PASSPHRASE, TestDatabase.empty()))
                .hasMessageContaining("no file");
    }

    @Test
    void nothingIsRestoredOverWhatSomebodyHas() throws Exception {
        Path file = backup();

        assertThatThrownBy(() -> restore(file, PASSPHRASE, database)).hasMessageContaining("not empty");
    }

    @Test
    void aShortPassphraseIsRefused() {
        assertThatThrownBy(() -> backups().begin("secret"))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("too short");
    }

    private Path backup() throws Exception {
        Path file = directory.resolve("file");
        try (OutputStream out = Files.newOutputStream(file)) {
            backups().begin(PASSPHRASE).writeTo(out);
        }
        return file;
    }

    private Backups backups() {
        List<BackupContents> contents = List.of(
                BackupContents.files("audit.head"),
                BackupContents.directories("repositories"),
                new BackupContents(
                        List.of(), List.of("images", "builds"), Set.of("builds/cache"), Set.of("scheduled_tasks")));
        return new LiveBackups(database.dataSource(), data, "acme", contents, Clock.systemUTC());
    }

    private Path restore(Path file, String passphrase, TestDatabase into) throws Exception {
        Path restored = directory.resolve("restored");
        Files.createDirectories(restored);
        try (Restoration restoration = Restoration.open(file, passphrase, restored)) {
            restoration.into(restored, into.dataSource(), _ -> {});
        }
        return restored;
    }

    private void write(String path, String text) throws Exception {
        Path file = data.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit(String message) throws Exception {
        Path bare = data.resolve("repositories/acme/pricing.git");
        if (!Files.exists(bare)) {
            Git.init()
                    .setBare(true)
                    .setInitialBranch("main")
                    .setDirectory(bare.toFile())
                    .call()
                    .close();
        }
        Path clone = directory.resolve("clone");
        if (!Files.exists(clone)) {
            Git.cloneRepository()
                    .setURI(bare.toUri().toString())
                    .setDirectory(clone.toFile())
                    .call()
                    .close();
        }
        try (Git git = Git.open(clone.toFile())) {
            Files.writeString(clone.resolve("file"), message);
            git.add().addFilepattern("file").call();
            git.commit()
                    .setMessage(message)
                    .setAuthor("a", "a@example.com")
                    .setSign(false)
                    .call();
            git.push().setRemote("origin").add("HEAD:refs/heads/main").call();
        }
    }

    private void pack() throws Exception {
        try (Git git = Git.open(data.resolve("repositories/acme/pricing.git").toFile())) {
            git.gc().setExpire(java.util.Date.from(java.time.Instant.now())).call();
        }
    }

    private static List<String> log(Path restored) throws Exception {
        List<String> messages = new ArrayList<>();
        try (Git git =
                Git.open(restored.resolve("repositories/acme/pricing.git").toFile())) {
            ObjectId tip = git.getRepository().resolve("refs/heads/main");
            for (var commit : git.log().add(tip).call()) {
                assertThat(new String(
                                git.getRepository()
                                        .open(org.eclipse.jgit.treewalk.TreeWalk.forPath(
                                                        git.getRepository(), "file", commit.getTree())
                                                .getObjectId(0))
                                        .getBytes(),
                                StandardCharsets.UTF_8))
                        .isEqualTo(commit.getFullMessage());
                messages.add(commit.getFullMessage());
            }
        }
        return messages;
    }

    /** What was put aside and forgotten. */
    private static List<Path> leftOf(Path directory) throws Exception {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(path -> path.getFileName().toString().matches("backup-.*|restore.*"))
                    .toList();
        }
    }
}

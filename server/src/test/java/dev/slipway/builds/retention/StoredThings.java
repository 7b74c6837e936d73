package dev.slipway.builds.retention;

import dev.slipway.builds.FakeGit;
import dev.slipway.builds.ImagesInUse;
import dev.slipway.builds.images.Blobs;
import dev.slipway.builds.images.ImageNames;
import dev.slipway.builds.images.ImageRows;
import dev.slipway.builds.images.StoredImages;
import dev.slipway.builds.store.BuildDirectories;
import dev.slipway.git.HostedRepository;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.operations.RetentionPeriod;
import dev.slipway.support.FixedPlatform;
import dev.slipway.support.NoGitHost;
import dev.slipway.support.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Builds and images in a real database and on disk, as old as a test wants them. */
final class StoredThings {

    static final RepositoryRef REPOSITORY = new RepositoryRef("acme", "pricing-api");
    static final String NAME = "registry.localhost/acme/pricing-api";

    final FakeGit git = new FakeGit();
    final Set<ImageDigest> running = new HashSet<>();
    final List<ImagesInUse> asked = new ArrayList<>(List.of(() -> new ImagesInUse.Known(running)));
    final JdbcClient database;
    final Path data;
    final Blobs blobs;
    final ImageRows rows;
    final StoredImages images;
    final BuildDirectories directories;
    final BuildDisposal builds;
    final ImageDisposal disposal;
    private final Instant now = Instant.now();

    StoredThings(Path data) {
        DataSource source = TestDatabase.migrated().dataSource();
        this.data = data;
        database = JdbcClient.create(source);
        blobs = new Blobs(data);
        rows = new ImageRows(database);
        images = new StoredImages(
                new ImageNames(new FixedPlatform()), rows, blobs, JsonMapper.shared(), Clock.systemUTC());
        directories = new BuildDirectories(data);
        RetentionRows retention = new RetentionRows(database);
        BranchHeads branches = new BranchHeads(git, new Hosts());
        RetentionSettings settings =
                new RetentionSettings(RetentionPeriod.valueOf("90d"), 1, RetentionPeriod.valueOf("30d"));
        NeededImages needed = new NeededImages(beans());
        builds = new BuildDisposal(retention, directories, branches, needed, settings, Clock.systemUTC());
        disposal = new ImageDisposal(
                retention,
                blobs,
                new ReferencedBlobs(blobs, JsonMapper.shared()),
                branches,
                needed,
                settings,
                Clock.systemUTC());
    }

    private org.springframework.beans.factory.ObjectProvider<ImagesInUse> beans() {
        StaticListableBeanFactory factory = new StaticListableBeanFactory();
        factory.addBean("all", (ImagesInUse) () -> asked.stream()
                .map(ImagesInUse::inUse)
                .filter(ImagesInUse.Unknown.class::isInstance)
                .findFirst()
                .orElseGet(() -> new ImagesInUse.Known(running)));
        return factory.getBeanProvider(ImagesInUse.class);
    }

    /** A finished build with its log, of a commit that nothing points to. */
    long build(int daysAgo, ImageDigest... built) throws IOException {
        CommitId commit = git.commit(REPOSITORY, "main", dev.slipway.documents.tree.MemoryTree.ofTexts("a", "a"));
        String names = built.length == 0 ? "{}" : "{\"" + NAME + "\": \"" + built[0] + "\"}";
        long id = database.sql("""
                        insert into builds_builds (repository, commit_id, branch, status, images, builder, isolation, queued_at, finished_at)
                        values (?, ?, 'main', ?, ?::jsonb, 'local', 'none', ?, ?) returning id
                        """)
                .params(
                        REPOSITORY.toString(),
                        commit.value(),
                        built.length == 0 ? "FAILED" : "SUCCEEDED",
                        names,
                        at(daysAgo),
                        at(daysAgo))
                .query(Long.class)
                .single();
        Path log = data.resolve("builds/" + id + "/log");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "a line\n");
        return id;
    }

    /** An image of these layers. */
    ImageDigest image(int daysAgo, String... layers) throws IOException {
        StringBuilder manifest =
                new StringBuilder("{\"config\": {\"digest\": \"" + blob("{}", daysAgo) + "\"}, \"layers\": [");
        for (String layer : layers) {
            manifest.append("{\"digest\": \"").append(blob(layer, daysAgo)).append("\"},");
        }
        manifest.setCharAt(manifest.length() - 1, ']');
        ImageDigest digest = blob(manifest + "}", daysAgo);
        rows.add("acme/pricing-api", digest, "application/json", digest.brief(), now.minus(Duration.ofDays(daysAgo)));
        return digest;
    }

    ImageDigest blob(String content, int daysAgo) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        ImageDigest digest = digest(bytes);
        blobs.store(digest, new ByteArrayInputStream(bytes));
        Files.setLastModifiedTime(blobs.find(digest).orElseThrow(), FileTime.from(now.minus(Duration.ofDays(daysAgo))));
        return digest;
    }

    boolean holds(String layer) {
        return blobs.find(digest(layer.getBytes(StandardCharsets.UTF_8))).isPresent();
    }

    boolean isStored(ImageDigest image) {
        return images.find(NAME, image).isPresent();
    }

    List<Long> buildsLeft() {
        return database.sql("select id from builds_builds order by id")
                .query(Long.class)
                .list();
    }

    List<String> logsLeft() {
        try (Stream<Path> all = Files.list(data.resolve("builds"))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Timestamp at(int daysAgo) {
        return Timestamp.from(now.minus(Duration.ofDays(daysAgo)));
    }

    private static ImageDigest digest(byte[] bytes) {
        try {
            return new ImageDigest("sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Hosts extends NoGitHost {
        @Override
        public Optional<HostedRepository> repository(RepositoryRef repository) {
            return Optional.of(new HostedRepository(repository, "", "main", false, Instant.EPOCH));
        }
    }
}

package dev.slipway.git.content;

import dev.slipway.git.GitException;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FileUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The bare repositories below {@code <data>/repositories/<organisation>/<name>.git}, each opened once and kept open. */
@Component
public class Repositories {

    private static final int REMOVAL = FileUtils.RECURSIVE | FileUtils.RETRY | FileUtils.SKIP_MISSING;

    private final Path root;
    private final Map<RepositoryRef, Repository> open = new ConcurrentHashMap<>();

    Repositories(@Value("${slipway.data}") Path data) {
        this.root = data.resolve("repositories");
    }

    /** @throws GitException with NOT_FOUND when there is no such repository */
    public Repository get(RepositoryRef repository) {
        Repository known = open.get(repository);
        if (known != null) {
            return known;
        }
        if (!exists(repository)) {
            throw new GitException(ProblemCode.NOT_FOUND, Problem.of("There is no repository \"" + repository + "\"."));
        }
        return open.computeIfAbsent(repository, this::open);
    }

    public boolean exists(RepositoryRef repository) {
        return Files.isRegularFile(path(repository).resolve("HEAD"));
    }

    /** Makes an empty bare repository beside its place and moves it there, so that a killed process leaves none half-made. */
    public synchronized void create(RepositoryRef repository) {
        try {
            Path path = path(repository);
            Files.createDirectories(path.getParent());
            if (!exists(repository)) {
                Path making = path.resolveSibling(repository.name() + ".making");
                FileUtils.delete(making.toFile(), REMOVAL);
                try (FileRepository made = new FileRepository(making.toFile())) {
                    made.create(true);
                }
                putAside(path);
                Files.move(making, path);
            }
            configure(get(repository));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is there without being a repository; whoever put it there may want it. */
    private static void putAside(Path path) throws IOException {
        if (Files.exists(path)) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".left-" + System.nanoTime()));
        }
    }

    private static void configure(Repository repository) throws IOException {
        StoredConfig config = repository.getConfig();
        config.setBoolean("http", null, "receivepack", true);
        config.setBoolean("core", null, "logAllRefUpdates", true);
        config.setString("core", null, "fsyncObjectFiles", "true");
        config.setString("core", null, "fsyncRefFiles", "true");
        config.save();
        repository.updateRef(Constants.HEAD).link("refs/heads/main");
    }

    /** Removes a repository with everything in it. */
    public void delete(RepositoryRef repository) {
        Repository known = open.remove(repository);
        if (known != null) {
            known.close();
        }
        try {
            Path gone = path(repository).resolveSibling(repository.name() + ".deleted-" + System.nanoTime());
            if (exists(repository)) {
                Files.move(path(repository), gone);
                FileUtils.delete(gone.toFile(), REMOVAL);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(RepositoryRef repository) {
        return root.resolve(repository.organisation()).resolve(repository.name() + ".git");
    }

    private Repository open(RepositoryRef repository) {
        try {
            LeftLocks.remove(path(repository));
            return new FileRepositoryBuilder()
                    .setGitDir(path(repository).toFile())
                    .setBare()
                    .setMustExist(true)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

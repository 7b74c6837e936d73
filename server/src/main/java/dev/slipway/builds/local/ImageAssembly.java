package dev.slipway.builds.local;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import dev.slipway.builds.images.ImageImport;
import dev.slipway.builds.images.ImageNames;
import dev.slipway.builds.kind.Application;
import dev.slipway.builds.store.BuildDirectories;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ImageDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes an OCI image of an application with Jib, without a base image, and takes it into the store. The same files give the same digest. */
@Component
public class ImageAssembly {

    private static final AbsoluteUnixPath ROOT = AbsoluteUnixPath.get("/app");

    private final BuildDirectories directories;
    private final ImageImport images;
    private final ImageNames names;

    public ImageAssembly(BuildDirectories directories, ImageImport images, ImageNames names) {
        this.directories = directories;
        this.images = images;
        this.names = names;
    }

    /** @param scratch a directory that nothing else can write to */
    ImageDigest store(Application application, String imageName, CommitId commit, Path scratch)
            throws IOException, InterruptedException {
        Path archive = scratch.resolve("image.tar");
        try {
            image(application)
                    .containerize(Containerizer.to(TarImage.at(archive).named(imageName + ":" + commit))
                            .setOfflineMode(true)
                            .setBaseImageLayersCache(directories.cache().resolve("base"))
                            .setApplicationLayersCache(directories.cache().resolve("layers")));
        } catch (RegistryException
                | ExecutionException
                | CacheDirectoryCreationException
                | InvalidImageReferenceException e) {
            throw new IOException("The image \"" + imageName + "\" could not be put together.", e);
        }
        String path = names.path(imageName)
                .orElseThrow(() -> new IOException("\"" + imageName + "\" is not a name of this registry."));
        return images.store(archive, path, commit.value());
    }

    private static JibContainerBuilder image(Application application) throws IOException {
        JibContainerBuilder image = Jib.fromScratch().setFormat(ImageFormat.OCI);
        for (Path directory : application.layers()) {
            FileEntriesLayer layer = layer(directory);
            if (!layer.getEntries().isEmpty()) {
                image.addFileEntriesLayer(layer);
            }
        }
        return image.addLabel("dev.slipway.runtime", "host")
                .setWorkingDirectory(ROOT)
                .setEntrypoint(application.entrypoint());
    }

    private static FileEntriesLayer layer(Path directory) throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("application");
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> sorted = files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                layer.addEntry(
                        file,
                        ROOT.resolve(directory.relativize(file).toString()),
                        FilePermissions.fromOctalString(Files.isExecutable(file) ? "755" : "644"));
            }
        }
        return layer.build();
    }
}

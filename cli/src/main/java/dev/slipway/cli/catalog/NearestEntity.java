package dev.slipway.cli.catalog;

import dev.slipway.entities.Chunk;
import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityReader;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Includes;
import dev.slipway.entities.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The entity that a file or directory belongs to: the first with an owner of the nearest {@code catalog-info.yaml} at or above it.
 *
 * @param others those with an owner that the file declares besides
 * @param file that declares it
 */
public record NearestEntity(Entity entity, List<EntityRef> others, Path file) {

    private static final List<String> NAMES = List.of("catalog-info.yaml", "catalog-info.yml");

    /** Looks no higher than the checkout. */
    public static Optional<NearestEntity> of(Path path) {
        Path start = path.toAbsolutePath().normalize();
        Path root = Checkout.around(start).root();
        return Stream.iterate(start, at -> at != null && at.startsWith(root), Path::getParent)
                .flatMap(directory -> NAMES.stream().map(directory::resolve))
                .filter(Files::isRegularFile)
                .flatMap(file -> owned(file).stream())
                .findFirst();
    }

    private static Optional<NearestEntity> owned(Path file) {
        EntityReader reader = new EntityReader(file.toString(), target -> included(file, target));
        List<Entity> owned = Chunk.of(text(file)).stream()
                .map(reader::read)
                .flatMap(reading -> reading instanceof Reading.Taken taken ? Stream.of(taken.entity()) : Stream.of())
                .filter(entity -> entity.text("spec", "owner").isPresent())
                .toList();
        return owned.stream()
                .findFirst()
                .map(first -> new NearestEntity(
                        first, owned.stream().skip(1).map(Entity::ref).toList(), file));
    }

    private static String included(Path file, String target) {
        Path named = file.resolveSibling(target);
        if (!Files.isRegularFile(named)) {
            throw new Includes.IncludeException("there is no file \"" + target + "\".");
        }
        return text(named);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            return "";
        }
    }
}

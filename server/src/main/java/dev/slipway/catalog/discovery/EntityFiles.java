package dev.slipway.catalog.discovery;

import dev.slipway.catalog.CatalogException;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.entities.Chunk;
import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityReader;
import dev.slipway.entities.Includes;
import dev.slipway.entities.Reading;
import dev.slipway.git.Snapshot;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.RepositoryRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the entities of files to look at them, without taking them. */
@Component
class EntityFiles {

    private static final int MOST_TEXT = 32 << 20;

    private final IncludedFiles includes;

    EntityFiles(IncludedFiles includes) {
        this.includes = includes;
    }

    /**
     * The entities by path.
     *
     * @throws CatalogException with all problems of the files; with TOO_LARGE where they are too large together
     */
    Map<String, List<Entity>> read(RepositoryRef repository, Snapshot snapshot, Collection<String> paths) {
        Map<String, List<Entity>> entities = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        Room room = new Room();
        paths.forEach(path -> entities.put(path, read(repository, snapshot, path, room, problems)));
        if (!problems.isEmpty()) {
            throw new CatalogException(ProblemCode.INVALID, problems);
        }
        return entities;
    }

    private List<Entity> read(
            RepositoryRef repository, Snapshot snapshot, String path, Room room, List<Problem> problems) {
        Includes files = includes.of(repository, snapshot, path);
        EntityReader reader = new EntityReader(path, target -> room.taken(files.text(target)));
        List<Entity> entities = new ArrayList<>();
        for (Chunk chunk : Chunk.of(room.taken(text(snapshot, path, problems)))) {
            switch (reader.read(chunk)) {
                case Reading.Taken taken -> entities.add(taken.entity());
                case Reading.Refused refused ->
                    refused.problems().forEach(problem -> problems.add(Problem.of(problem.toString())));
            }
        }
        return entities;
    }

    private static String text(Snapshot snapshot, String path, List<Problem> problems) {
        try {
            return snapshot.text(path).orElse("");
        } catch (TreeException e) {
            problems.add(Problem.at(path, String.valueOf(e.getMessage())));
            return "";
        }
    }

    /** All that is read is in memory until all has been looked at. */
    private static final class Room {
        private long taken;

        String taken(String text) {
            taken += text.length();
            if (taken > MOST_TEXT) {
                throw new CatalogException(
                        ProblemCode.TOO_LARGE,
                        Problem.of("The files and those that they include are larger than " + (MOST_TEXT >> 20)
                                        + " MiB together.")
                                .next("Look at some of them alone; discovery reads them one by one."));
            }
            return text;
        }
    }
}

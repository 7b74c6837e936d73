package dev.slipway.catalog.discovery;

import dev.slipway.catalog.CatalogException;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.entities.Chunk;
import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityReader;
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

    private final IncludedFiles includes;

    EntityFiles(IncludedFiles includes) {
        this.includes = includes;
    }

    /**
     * The entities by path.
     *
     * @throws CatalogException with all problems of the files
     */
    Map<String, List<Entity>> read(RepositoryRef repository, Snapshot snapshot, Collection<String> paths) {
        Map<String, List<Entity>> entities = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        paths.forEach(path -> entities.put(path, read(repository, snapshot, path, problems)));
        if (!problems.isEmpty()) {
            throw new CatalogException(ProblemCode.INVALID, problems);
        }
        return entities;
    }

    private List<Entity> read(RepositoryRef repository, Snapshot snapshot, String path, List<Problem> problems) {
        EntityReader reader = new EntityReader(path, includes.of(repository, snapshot, path));
        List<Entity> entities = new ArrayList<>();
        for (Chunk chunk : Chunk.of(text(snapshot, path, problems))) {
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
}

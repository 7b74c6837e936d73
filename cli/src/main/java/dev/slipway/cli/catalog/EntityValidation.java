package dev.slipway.cli.catalog;

import dev.slipway.documents.tree.PathPattern;
import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.documents.yaml.Place;
import dev.slipway.entities.Chunk;
import dev.slipway.entities.Entity;
import dev.slipway.entities.EntityProblem;
import dev.slipway.entities.EntityReader;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Includes;
import dev.slipway.entities.LocationTarget;
import dev.slipway.entities.LocationTargets;
import dev.slipway.entities.Reading;
import dev.slipway.entities.SearchedPaths;
import dev.slipway.entities.TargetPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads entities as the server would: the files that it searches, and what their Locations and placeholders name. */
public final class EntityValidation {

    private static final Comparator<EntityProblem> BY_PLACE = Comparator.comparing(
            EntityProblem::place, Comparator.comparingInt(Place::line).thenComparingInt(Place::column));

    private final Map<EntityRef, Place> declared = new HashMap<>();
    private final Set<String> read = new LinkedHashSet<>();
    private final Set<String> outside = new TreeSet<>();
    private final List<EntityProblem> problems = new ArrayList<>();
    private final List<EntityRef> entities = new ArrayList<>();

    /** One document that names files. */
    private record Location(Checkout checkout, String path, Reading.Taken document) {}

    /** Reads a file, or what the server would find in a directory. Whatever was read before is not read again. */
    public void add(Path path) {
        Checkout checkout = Checkout.around(path);
        List<String> files = checkout.files();
        Deque<String> open = new ArrayDeque<>(
                Files.isDirectory(path) ? searched(checkout, files, path) : List.of(checkout.path(path)));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (read.add(checkout.shown(next))) {
                read(checkout, next, files, open);
            }
        }
    }

    private static List<String> searched(Checkout checkout, List<String> files, Path directory) {
        Set<String> templates = files.stream()
                .filter(SearchedPaths::isTemplate)
                .map(TreePath::parent)
                .collect(Collectors.toSet());
        List<String> patterns = new ArrayList<>(SearchedPaths.EVERYWHERE);
        if (checkout.tree().isFile("platform.yaml")) {
            patterns.addAll(SearchedPaths.PLATFORM);
        }
        SearchedPaths searched = new SearchedPaths(patterns, List.of(), templates);
        String below = checkout.path(directory);
        return files.stream()
                .filter(file -> below.isEmpty() || file.startsWith(below + "/"))
                .filter(searched)
                .toList();
    }

    private void read(Checkout checkout, String path, List<String> files, Deque<String> open) {
        String shown = checkout.shown(path);
        EntityReader reader = new EntityReader(shown, target -> included(checkout, path, target));
        try {
            for (Chunk chunk : Chunk.of(checkout.tree().text(path).orElse(""))) {
                switch (reader.read(chunk)) {
                    case Reading.Refused refused ->
                        refused.problems().stream().sorted(BY_PLACE).forEach(problems::add);
                    case Reading.Taken taken -> {
                        Place place = new Place(shown, chunk.line(), 1);
                        take(taken.entity(), place);
                        Location location = new Location(checkout, path, taken);
                        LocationTargets.of(taken.entity())
                                .forEach(target -> open.addAll(targets(location, target, files)));
                    }
                }
            }
        } catch (TreeException e) {
            problems.add(new EntityProblem(new Place(shown, 1, 1), "", String.valueOf(e.getMessage()), ""));
        }
    }

    /** What is elsewhere cannot be looked at: its address stands for it. */
    private String included(Checkout checkout, String path, String target) {
        if (target.contains("://")) {
            outside.add(target);
            return target;
        }
        try {
            return checkout.tree()
                    .text(TargetPath.resolve(path, target))
                    .orElseThrow(() -> new Includes.IncludeException("there is no file \"" + target + "\"."));
        } catch (TreeException e) {
            throw new Includes.IncludeException(String.valueOf(e.getMessage()));
        }
    }

    private void take(Entity entity, Place place) {
        Place first = declared.putIfAbsent(entity.ref(), place);
        if (first == null) {
            entities.add(entity.ref());
        } else {
            problems.add(new EntityProblem(
                    place,
                    "metadata.name",
                    entity.ref() + " is declared at " + first + " already.",
                    "each entity once"));
        }
    }

    private List<String> targets(Location location, LocationTarget named, List<String> files) {
        String target = named.text();
        if (target.contains("://")) {
            outside.add(target);
            return List.of();
        }
        try {
            PathPattern pattern = new PathPattern(TargetPath.resolve(location.path(), target));
            List<String> found = files.stream().filter(pattern::matches).toList();
            if (found.isEmpty() && LocationTargets.required(location.document().entity())) {
                problems.add(missing(location, named, "\"" + target + "\" names no file."));
            }
            return found;
        } catch (TreeException e) {
            problems.add(missing(location, named, String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    private static EntityProblem missing(Location location, LocationTarget target, String message) {
        return new EntityProblem(
                location.document().places().of(target.path()),
                target.field(),
                message,
                "a file of this checkout, or spec.presence: optional");
    }

    /** What has come out so far. */
    public ValidationReport report() {
        return new ValidationReport(
                List.copyOf(read),
                entities.stream().map(EntityRef::toString).toList(),
                problems.stream().map(ValidationReport.Found::of).toList(),
                List.copyOf(outside));
    }
}

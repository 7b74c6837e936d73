package dev.slipway.catalog.search;

import dev.slipway.catalog.Catalog.Step;
import dev.slipway.catalog.EntityGraph;
import dev.slipway.entities.EntityRef;
import dev.slipway.entities.Relation;
import dev.slipway.entities.RelationType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Walks relations breadth first, one query a level; cycles end by themselves. */
@Component
class EntityGraphs {

    private final JdbcClient database;

    EntityGraphs(JdbcClient database) {
        this.database = database;
    }

    /** A relation that was met, by numbers. */
    private record Edge(int source, RelationType type, int target) {}

    EntityGraph reach(EntityRef from, Set<Step> steps, int depth, int limit) {
        Map<Integer, Integer> distances = new LinkedHashMap<>();
        Set<Edge> edges = new LinkedHashSet<>();
        List<Integer> level = database.sql("select id from catalog_refs where ref = ?")
                .param(from.toString())
                .query(Integer.class)
                .list();
        level.forEach(id -> distances.put(id, 0));
        boolean withinLimit = true;
        for (int distance = 1; distance <= depth && !level.isEmpty(); distance++) {
            List<Integer> next = new ArrayList<>();
            for (Step step : steps) {
                withinLimit &= follow(step, level, distance, limit, distances, edges, next);
            }
            level = next;
        }
        return graph(distances, edges, withinLimit && nothingBeyond(level, steps, distances));
    }

    private boolean follow(
            Step step,
            List<Integer> level,
            int distance,
            int limit,
            Map<Integer, Integer> distances,
            Set<Edge> edges,
            List<Integer> next) {
        boolean complete = true;
        for (Edge edge : edges(step, level)) {
            int other = step.forward() ? edge.target() : edge.source();
            if (!distances.containsKey(other)) {
                if (distances.size() >= limit) {
                    complete = false;
                    continue;
                }
                distances.put(other, distance);
                next.add(other);
            }
            edges.add(edge);
        }
        return complete;
    }

    private boolean nothingBeyond(List<Integer> level, Set<Step> steps, Map<Integer, Integer> distances) {
        return steps.stream()
                .flatMap(
                        step -> edges(step, level).stream().map(edge -> step.forward() ? edge.target() : edge.source()))
                .allMatch(distances::containsKey);
    }

    private List<Edge> edges(Step step, List<Integer> from) {
        return database.sql("select distinct source, target from catalog_relations where type = ? and "
                        + (step.forward() ? "source" : "target") + " = any (?) order by 1, 2")
                .params(step.type().number(), from.toArray(Integer[]::new))
                .query((rs, _) -> new Edge(rs.getInt(1), step.type(), rs.getInt(2)))
                .list();
    }

    private EntityGraph graph(Map<Integer, Integer> distances, Set<Edge> edges, boolean complete) {
        Map<Integer, EntityGraph.Node> nodes = new LinkedHashMap<>();
        database.sql("""
                        select r.id, r.ref, exists (select from catalog_entities e where e.id = r.id)
                        from catalog_refs r where r.id = any (?)
                        """).param(distances.keySet().toArray(Integer[]::new)).query(rs -> {
            nodes.put(
                    rs.getInt(1),
                    new EntityGraph.Node(
                            EntityRef.parse(rs.getString(2), ""),
                            distances.getOrDefault(rs.getInt(1), 0),
                            rs.getBoolean(3)));
        });
        return new EntityGraph(
                distances.keySet().stream().map(nodes::get).toList(),
                edges.stream()
                        .map(edge ->
                                new Relation(refOf(nodes, edge.source()), edge.type(), refOf(nodes, edge.target())))
                        .toList(),
                complete);
    }

    private static EntityRef refOf(Map<Integer, EntityGraph.Node> nodes, int id) {
        return Objects.requireNonNull(nodes.get(id)).ref();
    }
}

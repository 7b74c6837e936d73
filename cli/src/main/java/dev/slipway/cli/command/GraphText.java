package dev.slipway.cli.command;

import dev.slipway.cli.output.Json;
import dev.slipway.entities.RelationType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A graph of entities in letters. */
record GraphText(String from, Map<String, Integer> distances, Set<String> unknown, List<Edge> edges) {

    /** A relation in the direction of its name. */
    record Edge(String source, String type, String target) {

        /** What it is as seen from one of its ends. */
        String from(String end) {
            return end.equals(source)
                    ? type
                    : RelationType.named(type).map(RelationType::inverse).orElse(type);
        }

        String other(String end) {
            return end.equals(source) ? target : source;
        }

        boolean touches(String end) {
            return end.equals(source) || end.equals(target);
        }
    }

    /** @param graph as the server answers it */
    static GraphText of(JsonNode graph) {
        Map<String, Integer> distances = new LinkedHashMap<>();
        Set<String> unknown = new HashSet<>();
        graph.path("nodes").forEach(node -> {
            String ref = Json.text(node.path("entity"), "ref");
            distances.put(ref, node.path("distance").asInt());
            if (!node.path("entity").path("exists").asBoolean()) {
                unknown.add(ref);
            }
        });
        return new GraphText(Json.text(graph, "from"), distances, unknown, edges(graph.path("relations")));
    }

    static List<Edge> edges(JsonNode relations) {
        List<Edge> edges = new ArrayList<>();
        relations.forEach(relation -> edges.add(
                new Edge(Json.text(relation, "source"), Json.text(relation, "type"), Json.text(relation, "target"))));
        return edges;
    }

    /** Each entity once, below one that is nearer; then the relations that the tree has no room for. */
    List<String> tree() {
        Map<String, List<Edge>> children = new HashMap<>();
        Set<Edge> left = new LinkedHashSet<>(edges);
        distances.forEach((ref, distance) -> edges.stream()
                .filter(edge ->
                        edge.touches(ref) && distances.getOrDefault(edge.other(ref), Integer.MAX_VALUE) == distance - 1)
                .findFirst()
                .ifPresent(edge -> {
                    children.computeIfAbsent(edge.other(ref), _ -> new ArrayList<>())
                            .add(edge);
                    left.remove(edge);
                }));
        List<String> lines = new ArrayList<>(List.of(name(from)));
        add(from, "", children, lines);
        if (!left.isEmpty()) {
            lines.add("also");
            left.forEach(edge -> lines.add("  " + name(edge.source()) + " " + edge.type() + " " + name(edge.target())));
        }
        return lines;
    }

    private void add(String parent, String indent, Map<String, List<Edge>> children, List<String> lines) {
        List<Edge> below = children.getOrDefault(parent, List.of());
        for (int i = 0; i < below.size(); i++) {
            boolean last = i == below.size() - 1;
            Edge edge = below.get(i);
            lines.add(indent + (last ? "└─ " : "├─ ") + edge.from(parent) + " " + name(edge.other(parent)));
            add(edge.other(parent), indent + (last ? "   " : "│  "), children, lines);
        }
    }

    private String name(String ref) {
        return References.brief(ref) + (unknown.contains(ref) ? " (unknown)" : "");
    }

    /** For Graphviz. */
    List<String> dot() {
        List<String> lines = new ArrayList<>(List.of("digraph catalog {", "  rankdir=LR;", "  node [shape=box];"));
        distances
                .keySet()
                .forEach(ref -> lines.add("  " + quoted(ref) + " [label=" + quoted(References.brief(ref))
                        + (unknown.contains(ref) ? ", style=dashed" : "") + "];"));
        edges.forEach(edge -> lines.add("  " + quoted(edge.source()) + " -> " + quoted(edge.target()) + " [label="
                + quoted(edge.type()) + "];"));
        lines.add("}");
        return lines;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

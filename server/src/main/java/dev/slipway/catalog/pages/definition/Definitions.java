package dev.slipway.catalog.pages.definition;

import java.util.Locale;
import java.util.Optional;

/** Knows which language an API's type means. */
public final class Definitions {

    private Definitions() {}

    /**
     * Reads a definition; empty for a language that is not known.
     *
     * @param type the API's {@code spec.type}
     * @throws UnreadableDefinition if it is not written in that language
     */
    public static Optional<ApiOutline> outline(String type, String text) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "openapi", "swagger", "oas" -> Optional.of(OpenApiReader.read(text));
            case "asyncapi" -> Optional.of(AsyncApiReader.read(text));
            case "graphql" -> Optional.of(GraphQlReader.read(text));
            case "grpc", "protobuf", "proto" -> Optional.of(ProtoReader.read(text));
            default -> Optional.empty();
        };
    }

    /** The language that a type means, as people call it; the type itself where it is not known. */
    public static String language(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "openapi", "swagger", "oas" -> "OpenAPI";
            case "asyncapi" -> "AsyncAPI";
            case "graphql" -> "GraphQL";
            case "grpc", "protobuf", "proto" -> "Protocol Buffers";
            default -> type;
        };
    }
}

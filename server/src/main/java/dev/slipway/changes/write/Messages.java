package dev.slipway.changes.write;

import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Intent;
import dev.slipway.git.Commit;

/** What a change's commit says: subject, body, trailers. */
final class Messages {

    static final String CHANGE = "Slipway-Change";

    private Messages() {}

    static String of(ChangeRequest request) {
        StringBuilder message = new StringBuilder(request.title()).append("\n\n");
        if (!request.body().isBlank()) {
            message.append(request.body().strip()).append("\n\n");
        }
        trailer(message, CHANGE, request.id());
        trailer(message, "Slipway-Kind", request.kind());
        trailer(message, "Slipway-Service", request.service());
        trailer(message, "Slipway-Environment", request.environment());
        if (request.intent() instanceof Intent.SetRelease set) {
            trailer(message, "Slipway-Release", set.release().id());
        }
        trailer(message, "Slipway-Requested-By", request.actor().account());
        if (!request.approvedBy().isEmpty()) {
            trailer(message, "Slipway-Approved-By", String.join(", ", request.approvedBy()));
        }
        return message.toString();
    }

    static Commit.Person author(ChangeRequest request) {
        String account = request.actor().account();
        return new Commit.Person(account, account + "@localhost");
    }

    private static void trailer(StringBuilder message, String key, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            message.append(key).append(": ").append(value).append('\n');
        }
    }
}

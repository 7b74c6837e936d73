package dev.slipway.builds.web;

import dev.slipway.builds.images.Blobs;
import dev.slipway.builds.images.ImageRows;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.ImageDigest;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registry's pull side, read only. Blobs stream from their files; Spring answers HEAD and Range. */
@Hidden
@RestController
class RegistryController {

    private static final int MOST_TAGS = 1_000;

    private final Blobs blobs;
    private final ImageRows rows;

    RegistryController(Blobs blobs, ImageRows rows) {
        this.blobs = blobs;
        this.rows = rows;
    }

    @GetMapping({"/v2", "/v2/"})
    @Access(Permission.VIEW)
    ResponseEntity<Object> version() {
        return ResponseEntity.ok()
                .header("Docker-Distribution-API-Version", "registry/2.0")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of());
    }

    @GetMapping("/v2/{*path}")
    @Access(Permission.VIEW)
    ResponseEntity<?> read(
            @PathVariable String path,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "1000") int n) {
        Optional<RegistryPath> parsed = RegistryPath.parse(path);
        if (parsed.isEmpty() || !rows.known(parsed.get().name())) {
            return error("NAME_UNKNOWN", "There is no image at \"" + path + "\".");
        }
        RegistryPath wanted = parsed.get();
        return switch (wanted.what()) {
            case MANIFEST -> manifest(wanted);
            case BLOB -> blob(new ImageDigest(wanted.reference()));
            case TAGS -> tags(wanted.name(), last, Math.clamp(n, 0, MOST_TAGS));
        };
    }

    private ResponseEntity<?> manifest(RegistryPath wanted) {
        Optional<ImageDigest> digest = wanted.reference().startsWith("sha256:")
                ? Optional.of(new ImageDigest(wanted.reference()))
                : rows.tagged(wanted.name(), wanted.reference());
        return digest.flatMap(found -> rows.mediaType(wanted.name(), found)
                        .flatMap(type -> file(found, MediaType.parseMediaType(type))))
                .orElseGet(() -> error(
                        "MANIFEST_UNKNOWN",
                        "\"" + wanted.name() + "\" has no manifest \"" + wanted.reference() + "\"."));
    }

    private ResponseEntity<?> blob(ImageDigest digest) {
        return file(digest, MediaType.APPLICATION_OCTET_STREAM)
                .orElseGet(() -> error("BLOB_UNKNOWN", "There is no blob \"" + digest + "\"."));
    }

    private Optional<ResponseEntity<?>> file(ImageDigest digest, MediaType type) {
        return blobs.find(digest)
                .map(file -> ResponseEntity.ok()
                        .header("Docker-Content-Digest", digest.value())
                        .header(HttpHeaders.ETAG, "\"" + digest + "\"")
                        .contentType(type)
                        .body(new FileSystemResource(file)));
    }

    private ResponseEntity<?> tags(String name, String last, int limit) {
        List<String> tags = rows.tags(name, last, limit);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        if (limit > 0 && tags.size() == limit) {
            answer.header(
                    HttpHeaders.LINK,
                    "</v2/" + name + "/tags/list?n=" + limit + "&last=" + tags.getLast() + ">; rel=\"next\"");
        }
        return answer.body(Map.of("name", name, "tags", tags));
    }

    private static ResponseEntity<?> error(String code, String message) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("errors", List.of(Map.of("code", code, "message", message))));
    }
}

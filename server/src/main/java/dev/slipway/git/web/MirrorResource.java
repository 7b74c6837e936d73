package dev.slipway.git.web;

import dev.slipway.git.GitException;
import dev.slipway.git.GitMirrors;
import dev.slipway.git.Mirror;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mirrors over REST. */
@RestController
@RequestMapping("/api/v1/mirrors")
class MirrorResource {

    private final GitMirrors mirrors;

    MirrorResource(GitMirrors mirrors) {
        this.mirrors = mirrors;
    }

    /** Which to fetch. */
    record RefreshBody(@Nullable String url) {}

    @GetMapping
    @Access(Permission.VIEW)
    List<MirrorBody> all() {
        return mirrors.all().stream().map(MirrorBody::of).toList();
    }

    @PostMapping("/refresh")
    @Access(Permission.CHANGE_SERVICE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    MirrorBody refresh(@RequestBody RefreshBody body) {
        if (body.url() == null || body.url().isBlank()) {
            throw new GitException(
                    ProblemCode.INVALID,
                    Problem.at("url", "The URL is missing.").expecting("the URL of a mirror"));
        }
        List<Mirror> concerned = mirrors.refresh(List.of(body.url()));
        if (concerned.isEmpty()) {
            throw new GitException(
                    ProblemCode.NOT_FOUND,
                    Problem.at("url", "There is no mirror of this repository.")
                            .next(
                                    "A mirror begins when an Application names the repository and git.mirrors in platform.yaml admits it."));
        }
        return MirrorBody.of(concerned.getFirst());
    }
}

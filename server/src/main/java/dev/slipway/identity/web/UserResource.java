package dev.slipway.identity.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Account;
import dev.slipway.identity.Permission;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users, for administrators. */
@RestController
@RequestMapping("/api/v1/users")
@Access(Permission.MANAGE_USERS)
class UserResource {

    private final Users users;

    UserResource(Users users) {
        this.users = users;
    }

    @GetMapping
    List<Account> all() {
        return users.all();
    }

    /** @param signInLink signs the user in once, within 24 hours */
    record CreatedUser(Account account, URI signInLink) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CreatedUser create(@RequestBody NewUser user) {
        URI link = users.create(user);
        return new CreatedUser(user.checked(), link);
    }

    /** The link that signs somebody in once. */
    record IssuedLink(URI signInLink) {}

    @PostMapping("/{name}/sign-in-links")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedLink link(@PathVariable String name) {
        return new IssuedLink(users.link(name));
    }
}

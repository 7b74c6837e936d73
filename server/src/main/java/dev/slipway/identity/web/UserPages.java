package dev.slipway.identity.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Account;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.ProblemException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of users, for administrators. */
@Controller
@Access(Permission.MANAGE_USERS)
class UserPages {

    private final Users users;
    private final Permissions permissions;

    UserPages(Users users, Permissions permissions) {
        this.users = users;
        this.permissions = permissions;
    }

    @GetMapping("/users")
    ModelAndView page() {
        Map<String, Set<String>> groups = users.all().stream()
                .map(Account::name)
                .collect(Collectors.toMap(Function.identity(), permissions::groups));
        ModelAndView page = new ModelAndView("identity/users");
        page.addObject("users", users.all());
        page.addObject("groups", groups);
        page.addObject("form", new NewUserForm("", "", ""));
        page.addObject("errors", FormErrors.none());
        return page;
    }

    @PostMapping("/users")
    ModelAndView create(@ModelAttribute NewUserForm form) {
        try {
            var link = users.create(new NewUser(form.name(), form.displayName(), form.email()));
            return page().addObject("link", link.toString()).addObject("linkFor", form.displayName());
        } catch (ProblemException e) {
            ModelAndView page = page().addObject("form", form).addObject("errors", FormErrors.of(e));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/users/link")
    ModelAndView link(@RequestParam String name) {
        return page().addObject("link", users.link(name).toString()).addObject("linkFor", name);
    }
}

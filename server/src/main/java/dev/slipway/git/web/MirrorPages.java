package dev.slipway.git.web;

import dev.slipway.git.GitMirrors;
import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.ui.Flash;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which repositories elsewhere are read, and how fresh the copies are. */
@Controller
@RequestMapping("/repositories/mirrors")
class MirrorPages {

    private final GitMirrors mirrors;

    MirrorPages(GitMirrors mirrors) {
        this.mirrors = mirrors;
    }

    @GetMapping
    @Access(Permission.VIEW)
    String list(Model model) {
        model.addAttribute("mirrors", mirrors.all());
        return "git/mirrors";
    }

    @PostMapping
    @Access(Permission.CHANGE_SERVICE)
    String refresh(@RequestParam(defaultValue = "") String url, RedirectAttributes redirect) {
        if (mirrors.refresh(List.of(url)).isEmpty()) {
            Flash.failure(redirect, "There is no mirror of that repository any more.");
        } else {
            Flash.info(redirect, "It is being fetched.");
        }
        return "redirect:/repositories/mirrors";
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Has veraPDF check every PDF of the folders that it is given: PDF/UA-1, and
 * PDF/A-3a for a file that says so, PDF/A-2a for any other. Prints a line for
 * each file and standard, with what failed under it, and fails when anything did
 * or when there was nothing to check.
 */
public final class Validate {
    private static final int SHOWN = 3; // places shown for each rule that failed

    public static void main(String[] folders) throws Exception {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        int files = 0;
        int failed = 0;
        for (String folder : folders) {
            for (Path file : pdfs(Path.of(folder))) {
                files++;
                if (!conforms(file)) {
                    failed++;
                }
            }
        }
        System.out.printf("%d passed, %d failed%n", files - failed, failed);
        System.exit(files == 0 || failed > 0 ? 1 : 0);
    }

    private static List<Path> pdfs(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
        }
    }

    private static boolean conforms(Path file) throws Exception {
        boolean conforms = true;
        for (PDFAFlavour standard : List.of(PDFAFlavour.PDFUA_1, archival(file))) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(file.toFile(), standard);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, 1000, false, true, false)) {
                conforms &= told(file, validator.validate(parser));
            }
        }
        return conforms;
    }

    private static PDFAFlavour archival(Path file) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file.toFile())) {
            return parser.getFlavours().contains(PDFAFlavour.PDFA_3_A) ? PDFAFlavour.PDFA_3_A : PDFAFlavour.PDFA_2_A;
        }
    }

    private static boolean told(Path file, ValidationResult result) {
        System.out.printf("%-8s %-40s %6d checks, %d failed%n", result.getPDFAFlavour(), file.getFileName(),
                result.getTotalAssertions(), result.getFailedChecks().values().stream().mapToInt(Integer::intValue).sum());
        for (Map.Entry<RuleId, Integer> rule : result.getFailedChecks().entrySet()) {
            System.out.printf("    rule %s-%d, %d times%n", rule.getKey().getClause(), rule.getKey().getTestNumber(), rule.getValue());
            for (TestAssertion failure : examples(result, rule.getKey())) {
                System.out.printf("        %s%n        at %s%n", failure.getErrorMessage() == null ? failure.getMessage() : failure.getErrorMessage(),
                        failure.getLocation().getContext());
            }
        }
        return result.isCompliant();
    }

    private static List<TestAssertion> examples(ValidationResult result, RuleId rule) {
        List<TestAssertion> out = new ArrayList<>();
        for (TestAssertion a : result.getTestAssertions()) {
            if (a.getStatus() == TestAssertion.Status.FAILED && a.getRuleId().equals(rule) && out.size() < SHOWN) {
                out.add(a);
            }
        }
        return out;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-intervention-row.h"

#include <glib/gi18n.h>

#include "mw-fit-words.h"
#include "mw-marks.h"
#include "mw-words.h"

/* Two labels and a button with a layout of their own, not a template of six labels: laying out text is what a keystroke costs, and a box
 * would have each label laid out several times to learn how narrow it might be. */
#define NUMBER_CHARS 5
#define SPACING 12     /* px */
#define LEAST_WIDTH 180 /* px */

struct _MwInterventionRow
{
  GtkWidget parent_instance;

  GtkLabel *number_label;
  GtkLabel *text_label;
  GtkWidget *compare_button;

  MwCatalogueEntry *entry; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MwInterventionRow, mw_intervention_row, GTK_TYPE_WIDGET)

static int
get_number_width (MwInterventionRow *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (NUMBER_CHARS * pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);

  return width;
}

static int
get_button_width (MwInterventionRow *self)
{
  int width;

  gtk_widget_measure (self->compare_button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width;
}

static GtkLabel *
append_label (MwInterventionRow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return GTK_LABEL (label);
}

static GtkSizeRequestMode
mw_intervention_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mw_intervention_row_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  MwInterventionRow *self = MW_INTERVENTION_ROW (widget);
  int number_width = get_number_width (self);
  int button_width = get_button_width (self);
  int number_height, text_height, button_height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = number_width + SPACING + LEAST_WIDTH + button_width;
      return;
    }

  for_size = MAX (for_size - button_width, number_width + SPACING + LEAST_WIDTH);
  gtk_widget_measure (GTK_WIDGET (self->number_label), orientation, number_width, &number_height, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->text_label), orientation, for_size - number_width - SPACING, &text_height, NULL,
                      NULL, NULL);
  gtk_widget_measure (self->compare_button, orientation, button_width, NULL, &button_height, NULL, NULL);
  *minimum = *natural = MAX (MAX (number_height, text_height), button_height);
}

static void
mw_intervention_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MwInterventionRow *self = MW_INTERVENTION_ROW (widget);
  gboolean rightward = gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL;
  int number_width = get_number_width (self);
  int button_width = get_button_width (self);
  int text_width = MAX (width - number_width - SPACING - button_width, LEAST_WIDTH);
  int button_height;

  gtk_widget_size_allocate (GTK_WIDGET (self->number_label),
                            &(GtkAllocation){ rightward ? 0 : width - number_width, 0, number_width, height }, -1);
  gtk_widget_size_allocate (GTK_WIDGET (self->text_label),
                            &(GtkAllocation){ rightward ? number_width + SPACING : button_width, 0, text_width, height }, -1);
  gtk_widget_measure (self->compare_button, GTK_ORIENTATION_VERTICAL, button_width, NULL, &button_height, NULL, NULL);
  gtk_widget_size_allocate (self->compare_button,
                            &(GtkAllocation){ rightward ? width - button_width : 0, 0, button_width, button_height }, -1);
}

static void
mw_intervention_row_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_object (&MW_INTERVENTION_ROW (object)->entry);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_intervention_row_parent_class)->dispose (object);
}

static void
mw_intervention_row_class_init (MwInterventionRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_intervention_row_dispose;
  widget_class->get_request_mode = mw_intervention_row_get_request_mode;
  widget_class->measure = mw_intervention_row_measure;
  widget_class->size_allocate = mw_intervention_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "intervention");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mw_intervention_row_init (MwInterventionRow *self)
{
  self->number_label = append_label (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->number_label), "dim-label");
  self->text_label = append_label (self);
  self->compare_button = gtk_toggle_button_new ();
  /* The keyboard stops at the row, where Ctrl+T does the same: a row of which a child takes the focus never takes it itself. */
  gtk_widget_set_focusable (GTK_WIDGET (self->compare_button), FALSE);
  gtk_button_set_icon_name (GTK_BUTTON (self->compare_button), "view-dual-symbolic");
  gtk_widget_add_css_class (self->compare_button, "flat");
  gtk_widget_set_tooltip_text (self->compare_button, _ ("Compare with Others (Ctrl+T)"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->compare_button), "(ss)", "", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->compare_button), "browser.compare");
  gtk_widget_set_parent (self->compare_button, GTK_WIDGET (self));
}

GtkWidget *
mw_intervention_row_new (void)
{
  return g_object_new (MW_TYPE_INTERVENTION_ROW, NULL);
}

static void
add_part (GString *why, const char *part)
{
  if (part)
    g_string_append_printf (why, "  ·  %s", part);
}

/* Why it stands here, with what the search and the case add. */
static char *
dup_why (MwCatalogueEntry *entry, const MwQuery *query, const MwFound *found, gboolean considered)
{
  g_autofree char *fits = mw_fit_words_dup_why (entry, query);
  const MwHit *hit = found ? mw_found_lookup (found, entry->rowid) : NULL;
  GString *why = g_string_new (fits);

  add_part (why, hit ? mw_fit_words_get_other_language (hit, mw_words_get_language ()) : NULL);
  add_part (why, considered ? _ ("considered for this case") : NULL);

  return g_string_free (why, FALSE);
}

void
mw_intervention_row_show (MwInterventionRow *self,
                          MwCatalogueEntry *entry,
                          const MwQuery *query,
                          const MwFound *found,
                          gboolean considered)
{
  MwLanguage language = mw_words_get_language ();
  const char *name = mw_catalogue_entry_get_name (entry, language);
  const char *summary = mw_catalogue_entry_get_summary (entry, language);
  g_autofree char *why = dup_why (entry, query, found, considered);
  g_autofree char *evidence = mw_fit_words_dup_evidence (entry);
  g_autofree char *name_markup = mw_marks_dup_markup (found, name);
  g_autofree char *summary_markup = mw_marks_dup_markup (found, summary);
  g_autofree char *rest = g_markup_printf_escaped ("<span weight=\"600\" size=\"95%%\">%s</span>\n"
                                                   "<span size=\"95%%\" alpha=\"80%%\">%s</span>", why, evidence);
  g_autofree char *markup = g_strdup_printf ("<b>%s</b>\n%s\n%s", name_markup, summary_markup, rest);
  /* Translators: a button; the name of an intervention */
  g_autofree char *compare = g_strdup_printf (_ ("Compare %s"), name);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  g_set_object (&self->entry, entry);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->compare_button), "(ss)", entry->id, entry->numbers);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->compare_button), GTK_ACCESSIBLE_PROPERTY_LABEL, compare, -1);
  gtk_label_set_label (self->number_label, entry->numbers);
  gtk_label_set_markup (self->text_label, markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (item) /* the list's own item is what a screen reader stops at */
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
}

void
mw_intervention_row_set_compared (MwInterventionRow *self, gboolean compared)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->compare_button), compared);
}

MwCatalogueEntry *
mw_intervention_row_get_entry (MwInterventionRow *self)
{
  return self->entry;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-own-parts.h"

#include <glib/gi18n.h>

#include "mw-button-labels.h"
#include "mw-own-choice.h"
#include "mw-own-field.h"
#include "mw-own-fits.h"
#include "mw-own-words.h"
#include "mw-words.h"

#define N_CHOICES (MW_FACET_LONELINESS + 1)

struct _MwOwnParts
{
  GtkWidget parent_instance;

  MwOwnField *name_field;
  MwOwnField *aliases_field;
  MwOwnField *summary_field;
  MwOwnFits *fits;
  MwOwnField *fields[MW_N_FIELDS];
  MwOwnChoice *choices[N_CHOICES];
  GtkBox *problems_box;
  GPtrArray *problems; /* (nullable): those that the list shows */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwOwnParts, mw_own_parts, GTK_TYPE_WIDGET)

static void
on_changed (MwOwnParts *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
append (MwOwnParts *self, gpointer part)
{
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  g_signal_connect_swapped (part, "changed", G_CALLBACK (on_changed), self);
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* @hint: (nullable) */
static void
append_heading (MwOwnParts *self, const char *text, const char *hint)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text, "wrap", TRUE,
                                     "xalign", 0.0, "width-chars", 12, "margin-top", 12, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (heading, "title-3");
  gtk_widget_set_parent (heading, GTK_WIDGET (self));
  if (hint)
    gtk_widget_set_parent (new_label (hint, "dim-label"), GTK_WIDGET (self));
}

static MwOwnField *
append_field (MwOwnParts *self, const char *heading, const char *hint, MwOwnFieldFlags flags)
{
  MwOwnField *field = mw_own_field_new (heading, hint, flags);

  append (self, field);
  return field;
}

static void
append_choices (MwOwnParts *self, MwFacet first, MwFacet last)
{
  for (guint f = first; f <= last; f++)
    {
      gboolean single = f == MW_FACET_TRAINING || f >= MW_FACET_DESCRIBED;

      self->choices[f] = mw_own_choice_new (f, single);
      append (self, self->choices[f]);
    }
}

static void
fill (MwOwnParts *self)
{
  append_heading (self, _ ("Name and Summary"), NULL);
  self->name_field = append_field (self, _ ("Name"), NULL, MW_OWN_FIELD_ENGLISH);
  self->aliases_field = append_field (self, _ ("Other names"), _ ("Names by which it is looked for; one on a line."),
                                      MW_OWN_FIELD_PLAIN);
  self->summary_field = append_field (self, _ ("Summary"), _ ("One sentence, for the list."), MW_OWN_FIELD_ENGLISH);

  append_heading (self, _ ("Profiles That It Fits"), NULL);
  self->fits = g_object_new (MW_TYPE_OWN_FITS, NULL);
  append (self, self->fits);

  append_heading (self, _ ("Description"),
                  _ ("A blank line begins a new paragraph. A line that begins with “- ” becomes an item of a list. "
                     "Web addresses become links."));
  for (guint f = 0; f < MW_N_FIELDS; f++)
    self->fields[f] = append_field (self, mw_words_get_field (f), NULL, MW_OWN_FIELD_ENGLISH | MW_OWN_FIELD_NOT_STATED);

  append_heading (self, _ ("To Be Found By"), _ ("What the filters of the list look at."));
  append_choices (self, MW_FACET_AUDIENCE, MW_FACET_DESCRIBED);
  append_heading (self, _ ("Research"), NULL);
  append_choices (self, MW_FACET_EVIDENCE, MW_FACET_LONELINESS);
}

static void
mw_own_parts_dispose (GObject *object)
{
  MwOwnParts *self = MW_OWN_PARTS (object);
  GtkWidget *child;

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_own_parts_parent_class)->dispose (object);
}

static gboolean
mw_own_parts_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MW_OWN_PARTS (widget)->name_field));
}

static void
mw_own_parts_class_init (MwOwnPartsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_own_parts_dispose;
  widget_class->grab_focus = mw_own_parts_grab_focus;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_OWN_PARTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
mw_own_parts_init (MwOwnParts *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  fill (self);
  self->problems_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_parent (GTK_WIDGET (self->problems_box), GTK_WIDGET (self));
}

void
mw_own_parts_set (MwOwnParts *self, const MwOwnDraft *draft)
{
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      mw_own_field_set_text (self->name_field, l, draft->name[l]);
      mw_own_field_set_text (self->summary_field, l, draft->summary[l]);
      for (guint f = 0; f < MW_N_FIELDS; f++)
        mw_own_field_set_text (self->fields[f], l, draft->fields[f][l]);
    }
  mw_own_field_set_text (self->aliases_field, MW_LANGUAGE_NL, draft->aliases);
  mw_own_fits_set (self->fits, draft->fits, draft->guidance);
  for (guint f = 0; f < MW_N_FIELDS; f++)
    mw_own_field_set_not_stated (self->fields[f], (draft->not_stated & (1u << f)) != 0);
  for (guint f = 0; f < N_CHOICES; f++)
    mw_own_choice_set (self->choices[f], draft->facets[f]);
}

static void
take_text (char **text, MwOwnField *field, MwLanguage language)
{
  g_free (*text);
  *text = mw_own_field_dup_text (field, language);
}

void
mw_own_parts_get (MwOwnParts *self, MwOwnDraft *draft)
{
  for (guint l = 0; l < MW_N_LANGUAGES; l++)
    {
      take_text (&draft->name[l], self->name_field, l);
      take_text (&draft->summary[l], self->summary_field, l);
      for (guint f = 0; f < MW_N_FIELDS; f++)
        take_text (&draft->fields[f][l], self->fields[f], l);
    }
  take_text (&draft->aliases, self->aliases_field, MW_LANGUAGE_NL);
  draft->fits = mw_own_fits_get (self->fits, &draft->guidance);
  draft->not_stated = 0;
  for (guint f = 0; f < MW_N_FIELDS; f++)
    if (mw_own_field_get_not_stated (self->fields[f]))
      draft->not_stated |= (guint16) (1u << f);
  for (guint f = 0; f < N_CHOICES; f++)
    draft->facets[f] = mw_own_choice_get (self->choices[f]);
}

void
mw_own_parts_show_english (MwOwnParts *self, gboolean show)
{
  mw_own_field_show_english (self->name_field, show);
  mw_own_field_show_english (self->summary_field, show);
  for (guint f = 0; f < MW_N_FIELDS; f++)
    mw_own_field_show_english (self->fields[f], show);
}

/* Returns: (transfer none) (nullable): the place that @problem belongs to */
static GtkWidget *
find_part (MwOwnParts *self, const MwProblem *problem)
{
  MwField field;
  MwFacet facet;

  if (g_strcmp0 (problem->element, "name") == 0)
    return GTK_WIDGET (self->name_field);
  if (g_strcmp0 (problem->element, "alias") == 0)
    return GTK_WIDGET (self->aliases_field);
  if (g_strcmp0 (problem->element, "summary") == 0)
    return GTK_WIDGET (self->summary_field);
  if (g_strcmp0 (problem->element, "fits") == 0)
    return GTK_WIDGET (self->fits);
  if (mw_field_from_id (problem->element, &field))
    return GTK_WIDGET (self->fields[field]);
  if (mw_facet_from_id (problem->attribute, &facet) && facet < N_CHOICES)
    return GTK_WIDGET (self->choices[facet]);

  return NULL;
}

/* @words: (nullable) */
static void
say (GtkWidget *part, const char *words)
{
  if (MW_IS_OWN_FIELD (part))
    mw_own_field_set_problem (MW_OWN_FIELD (part), words);
  else if (MW_IS_OWN_CHOICE (part))
    mw_own_choice_set_problem (MW_OWN_CHOICE (part), words);
  else if (MW_IS_OWN_FITS (part))
    mw_own_fits_set_problem (MW_OWN_FITS (part), words);
}

static const char *
get_heading (GtkWidget *part)
{
  if (MW_IS_OWN_FIELD (part))
    return mw_own_field_get_heading (MW_OWN_FIELD (part));
  if (MW_IS_OWN_CHOICE (part))
    return mw_words_get_facet (mw_own_choice_get_facet (MW_OWN_CHOICE (part)));

  return _ ("Profiles That It Fits");
}

static gboolean
is_same (const MwProblem *one, const MwProblem *other)
{
  return one->kind == other->kind && g_strcmp0 (one->element, other->element) == 0
         && g_strcmp0 (one->attribute, other->attribute) == 0 && g_strcmp0 (one->detail, other->detail) == 0;
}

/* A list that stays the same is left alone: it may have the keyboard. */
static gboolean
is_shown (MwOwnParts *self, GPtrArray *problems)
{
  if (!self->problems || self->problems->len != problems->len)
    return FALSE;
  for (guint i = 0; i < problems->len; i++)
    if (!is_same (g_ptr_array_index (self->problems, i), g_ptr_array_index (problems, i)))
      return FALSE;

  return TRUE;
}

static void
on_problem_clicked (GtkWidget *part)
{
  gtk_widget_grab_focus (part);
}

/* As wide as the list, and its text from the left: they are read below one another. Returns: (transfer floating) */
static GtkWidget *
new_problem_button (const char *words)
{
  GtkWidget *button = gtk_button_new_with_label (words);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  mw_button_labels_prepare (button);
  gtk_label_set_justify (label, GTK_JUSTIFY_LEFT);
  gtk_label_set_xalign (label, 0);

  return button;
}

static void
list_problem (MwOwnParts *self, const MwProblem *problem)
{
  GtkWidget *part = find_part (self, problem);
  g_autofree char *at_place = mw_own_words_dup_problem (problem);
  g_autofree char *in_list = part ? mw_own_words_dup_problem_of (get_heading (part), problem) : g_strdup (at_place);
  GtkWidget *button;

  if (!part)
    {
      gtk_box_append (self->problems_box, new_label (in_list, "missing"));
      return;
    }

  say (part, at_place);
  button = new_problem_button (in_list);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_problem_clicked), part, G_CONNECT_SWAPPED);
  gtk_box_append (self->problems_box, button);
}

void
mw_own_parts_show_problems (MwOwnParts *self, GPtrArray *problems)
{
  GtkWidget *child;

  if (is_shown (self, problems))
    return;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child; child = gtk_widget_get_next_sibling (child))
    say (child, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->problems_box))))
    gtk_box_remove (self->problems_box, child);
  if (problems->len > 0)
    gtk_box_append (self->problems_box, new_label (_ ("Still Missing"), "title-3"));
  for (guint i = 0; i < problems->len; i++)
    list_problem (self, g_ptr_array_index (problems, i));
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = g_ptr_array_ref (problems);
}

void
mw_own_parts_focus_problems (MwOwnParts *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->problems_box), GTK_DIR_TAB_FORWARD);
}

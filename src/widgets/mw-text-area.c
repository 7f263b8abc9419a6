/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mw-text-area.h"

#include "mw-clipboard.h"
#include "mw-focus.h"
#include "mw-match.h"

#define MAX_MARKS 500
/* A longer text scrolls in its own place: whatever is as high as all its text is also drawn as a whole, time and again. */
#define MAX_HEIGHT 800
#define SPACING 3
#define CURSOR_MARGIN 12

struct _MwTextArea
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkWidget *view;
  GtkWidget *frame;
  GtkTextTag *mark;
  char *search;
  guint mark_id;
  guint resize_id;
  guint follow_id;
  gboolean laid_out;
  gboolean setting;
  gboolean confidential;
  gconstpointer content_before; /* only compared */
};

enum
{
  CHANGED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MwTextArea, mw_text_area, GTK_TYPE_WIDGET)

static void
on_copy (MwTextArea *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));

  self->content_before = gdk_clipboard_get_content (gdk_display_get_clipboard (display));
}

/* After the view has done it. When nothing was selected, what is there is not from here. */
static void
on_copied (MwTextArea *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  GdkContentProvider *content = gdk_clipboard_get_content (gdk_display_get_clipboard (display));

  if (self->confidential && content && content != self->content_before)
    mw_clipboard_forget_later (display);
}

static GtkTextBuffer *
get_buffer (MwTextArea *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
apply_marks (MwTextArea *self)
{
  g_autofree char *text = mw_text_area_dup_text (self);
  g_autoptr (GArray) matches = mw_match_find (text, self->search, MAX_MARKS);
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;
  const char *at = text;
  int offset = 0;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->mark, &start, &end);
  for (guint i = 0; i < matches->len; i++)
    {
      MwMatch *match = &g_array_index (matches, MwMatch, i);

      offset += (int) g_utf8_strlen (at, text + match->start - at);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
      offset += (int) g_utf8_strlen (text + match->start, (gssize) (match->end - match->start));
      gtk_text_buffer_get_iter_at_offset (buffer, &end, offset);
      gtk_text_buffer_apply_tag (buffer, self->mark, &start, &end);
      at = text + match->end;
    }
}

static gboolean
on_mark (gpointer data)
{
  MwTextArea *self = data;

  self->mark_id = 0;
  apply_marks (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (MwTextArea *self)
{
  if (self->setting)
    return;

  if (self->search && !self->mark_id)
    self->mark_id = g_idle_add (on_mark, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_resize (gpointer data)
{
  MwTextArea *self = data;

  self->resize_id = 0;
  gtk_widget_queue_resize (self->view);
  return G_SOURCE_REMOVE;
}

/* A text that gets its width learns its height while it is laid out, when nobody listens. */
static void
on_height_changed (MwTextArea *self)
{
  GtkAdjustment *height = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->frame));
  double wanted = MIN (gtk_adjustment_get_upper (height), MAX_HEIGHT);

  if (!self->resize_id && wanted != gtk_adjustment_get_page_size (height))
    self->resize_id = g_idle_add_full (GTK_PRIORITY_RESIZE, on_resize, self, NULL);
}

/* The page that the text stands on scrolls along with what is written. */
static void
show_cursor (MwTextArea *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *height = page ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page)) : NULL;
  GdkRectangle cursor;
  double y;
  int top;

  gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (self->view), NULL, &cursor, NULL);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, 0, cursor.y, NULL, &top);
  if (!height || !gtk_widget_translate_coordinates (self->view, page, 0, top, NULL, &y))
    return;

  y += gtk_adjustment_get_value (height);
  gtk_adjustment_clamp_page (height, y - CURSOR_MARGIN, y + cursor.height + CURSOR_MARGIN);
}

/* In the second frame: the first one gives the text its height. */
static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MwTextArea *self = MW_TEXT_AREA (widget);

  if (!self->laid_out)
    {
      self->laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }

  self->follow_id = 0;
  show_cursor (self);
  return G_SOURCE_REMOVE;
}

static void
on_cursor_moved (MwTextArea *self)
{
  if (self->setting || !gtk_widget_has_focus (self->view))
    return;

  self->laid_out = FALSE;
  if (!self->follow_id)
    self->follow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
}

static void
on_left (MwTextArea *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
mw_text_area_dispose (GObject *object)
{
  MwTextArea *self = MW_TEXT_AREA (object);
  GtkWidget *child;

  g_clear_handle_id (&self->mark_id, g_source_remove);
  g_clear_handle_id (&self->resize_id, g_source_remove);
  if (self->follow_id)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->follow_id);
  self->follow_id = 0;
  g_clear_pointer (&self->search, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mw_text_area_parent_class)->dispose (object);
}

static GtkSizeRequestMode
mw_text_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_heading (MwTextArea *self, int width)
{
  int natural;

  if (!gtk_widget_get_visible (self->heading))
    return 0;

  gtk_widget_measure (self->heading, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural + SPACING;
}

/* As high as its text: a page that scrolls would give it no more than it needs. */
static void
mw_text_area_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  MwTextArea *self = MW_TEXT_AREA (widget);
  int heading_minimum = 0;
  int heading_natural = 0;

  gtk_widget_measure (self->frame, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *natural += measure_heading (self, for_size);
      *minimum = *natural;
      return;
    }

  if (gtk_widget_get_visible (self->heading))
    gtk_widget_measure (self->heading, orientation, -1, &heading_minimum, &heading_natural, NULL, NULL);
  *minimum = MAX (*minimum, heading_minimum);
  *natural = MAX (*natural, heading_natural);
}

static void
mw_text_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MwTextArea *self = MW_TEXT_AREA (widget);
  int heading = measure_heading (self, width);

  if (heading)
    gtk_widget_size_allocate (self->heading, &(GtkAllocation){ 0, 0, width, heading - SPACING }, -1);
  gtk_widget_size_allocate (self->frame, &(GtkAllocation){ 0, heading, width, height - heading }, -1);
}

static gboolean
mw_text_area_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MW_TEXT_AREA (widget)->view);
}

static void
mw_text_area_class_init (MwTextAreaClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = mw_text_area_dispose;
  widget_class->grab_focus = mw_text_area_grab_focus;
  widget_class->focus = mw_focus_children;
  widget_class->get_request_mode = mw_text_area_get_request_mode;
  widget_class->measure = mw_text_area_measure;
  widget_class->size_allocate = mw_text_area_size_allocate;
  signals[CHANGED]
    = g_signal_new ("changed", MW_TYPE_TEXT_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", MW_TYPE_TEXT_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "textarea");
}

static void
connect_view (MwTextArea *self)
{
  GtkAdjustment *height = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->frame));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (get_buffer (self), "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (get_buffer (self), "notify::cursor-position", G_CALLBACK (on_cursor_moved), self);
  g_signal_connect_object (height, "notify::upper", G_CALLBACK (on_height_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->view, "copy-clipboard", G_CALLBACK (on_copy), self);
  g_signal_connect_swapped (self->view, "cut-clipboard", G_CALLBACK (on_copy), self);
  g_signal_connect_data (self->view, "copy-clipboard", G_CALLBACK (on_copied), self, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_data (self->view, "cut-clipboard", G_CALLBACK (on_copied), self, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (self->view, focus);
}

static void
mw_text_area_init (MwTextArea *self)
{
  GtkScrolledWindow *frame;

  self->confidential = TRUE;
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_widget_add_css_class (self->heading, "heading");
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_buffer_set_enable_undo (get_buffer (self), TRUE);
  self->mark = gtk_text_buffer_create_tag (get_buffer (self), NULL, "weight", PANGO_WEIGHT_BOLD, "underline",
                                           PANGO_UNDERLINE_SINGLE, NULL);

  self->frame = gtk_scrolled_window_new ();
  frame = GTK_SCROLLED_WINDOW (self->frame);
  gtk_scrolled_window_set_policy (frame, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (frame, TRUE);
  gtk_scrolled_window_set_max_content_height (frame, MAX_HEIGHT);
  gtk_scrolled_window_set_child (frame, self->view);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
  connect_view (self);
}

MwTextArea *
mw_text_area_new (const char *heading)
{
  MwTextArea *self = g_object_new (MW_TYPE_TEXT_AREA, NULL);

  gtk_widget_set_visible (self->heading, heading != NULL);
  gtk_label_set_label (GTK_LABEL (self->heading), heading ? heading : "");
  if (heading)
    mw_text_area_set_name (self, heading);
  return self;
}

void
mw_text_area_set_name (MwTextArea *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
mw_text_area_set_description (MwTextArea *self, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

void
mw_text_area_set_text (MwTextArea *self, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  self->setting = TRUE;
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_text (buffer, valid, -1);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  self->setting = FALSE;
  if (self->search)
    apply_marks (self);
}

char *
mw_text_area_dup_text (MwTextArea *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
}

void
mw_text_area_set_editable (MwTextArea *self, gboolean editable)
{
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), editable);
}

void
mw_text_area_set_confidential (MwTextArea *self, gboolean confidential)
{
  self->confidential = confidential;
}

void
mw_text_area_mark (MwTextArea *self, const char *search)
{
  gboolean marked = self->search != NULL;

  g_free (self->search);
  self->search = search && *search ? g_strdup (search) : NULL;
  if (marked || self->search)
    apply_marks (self);
}

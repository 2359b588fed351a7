// Generated from the database by `npm run generate`. Do not edit.
export type Json =
  | string
  | number
  | boolean
  | null
  | { [key: string]: Json | undefined }
  | Json[]

export type Database = {
  // Allows to automatically instantiate createClient with right options
  // instead of createClient<Database, { PostgrestVersion: 'XX' }>(URL, KEY)
  __InternalSupabase: {
    PostgrestVersion: "12"
  }
  postil: {
    Tables: {
      datasets: {
        Row: {
          allow_extra_metadata: boolean
          guidelines: string | null
          inserted_at: string
          key: string
          lease_seconds: number
          min_submitted: number
          name: string | null
          namespace: string
          skip_policy: Database["postil"]["Enums"]["skip_policy"]
          status: Database["postil"]["Enums"]["dataset_status"]
          updated_at: string
          version: string
        }
        Insert: {
          allow_extra_metadata?: boolean
          guidelines?: string | null
          inserted_at?: never
          key: string
          lease_seconds?: number
          min_submitted?: number
          name?: string | null
          namespace: string
          skip_policy?: Database["postil"]["Enums"]["skip_policy"]
          status?: Database["postil"]["Enums"]["dataset_status"]
          updated_at?: never
          version?: never
        }
        Update: {
          allow_extra_metadata?: boolean
          guidelines?: string | null
          inserted_at?: never
          key?: string
          lease_seconds?: number
          min_submitted?: number
          name?: string | null
          namespace?: string
          skip_policy?: Database["postil"]["Enums"]["skip_policy"]
          status?: Database["postil"]["Enums"]["dataset_status"]
          updated_at?: never
          version?: never
        }
        Relationships: [
          {
            foreignKeyName: "dataset_belongs_to_a_namespace"
            columns: ["namespace"]
            referencedRelation: "namespaces"
            referencedColumns: ["key"]
          },
        ]
      }
      fields: {
        Row: {
          dataset: string
          inserted_at: string
          name: string
          namespace: string
          position: number
          required: boolean
          settings: NonNullable<Json>
          title: string | null
          type: Database["postil"]["Enums"]["field_type"]
          updated_at: string
          version: string
        }
        Insert: {
          dataset: string
          inserted_at?: never
          name: string
          namespace: string
          position?: number
          required?: boolean
          settings?: NonNullable<Json>
          title?: string | null
          type?: Database["postil"]["Enums"]["field_type"]
          updated_at?: never
          version?: never
        }
        Update: {
          dataset?: string
          inserted_at?: never
          name?: string
          namespace?: string
          position?: number
          required?: boolean
          settings?: NonNullable<Json>
          title?: string | null
          type?: Database["postil"]["Enums"]["field_type"]
          updated_at?: never
          version?: never
        }
        Relationships: [
          {
            foreignKeyName: "field_belongs_to_a_dataset"
            columns: ["namespace", "dataset"]
            referencedRelation: "datasets"
            referencedColumns: ["namespace", "key"]
          },
        ]
      }
      members: {
        Row: {
          inserted_at: string
          namespace: string
          role: Database["postil"]["Enums"]["member_role"]
          updated_at: string
          user_id: string
        }
        Insert: {
          inserted_at?: never
          namespace: string
          role: Database["postil"]["Enums"]["member_role"]
          updated_at?: never
          user_id: string
        }
        Update: {
          inserted_at?: never
          namespace?: string
          role?: Database["postil"]["Enums"]["member_role"]
          updated_at?: never
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "member_belongs_to_a_namespace"
            columns: ["namespace"]
            referencedRelation: "namespaces"
            referencedColumns: ["key"]
          },
          {
            foreignKeyName: "member_is_a_user"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      metadata_properties: {
        Row: {
          dataset: string
          inserted_at: string
          name: string
          namespace: string
          position: number
          settings: NonNullable<Json>
          title: string | null
          type: Database["postil"]["Enums"]["metadata_type"]
          updated_at: string
          version: string
        }
        Insert: {
          dataset: string
          inserted_at?: never
          name: string
          namespace: string
          position?: number
          settings?: NonNullable<Json>
          title?: string | null
          type: Database["postil"]["Enums"]["metadata_type"]
          updated_at?: never
          version?: never
        }
        Update: {
          dataset?: string
          inserted_at?: never
          name?: string
          namespace?: string
          position?: number
          settings?: NonNullable<Json>
          title?: string | null
          type?: Database["postil"]["Enums"]["metadata_type"]
          updated_at?: never
          version?: never
        }
        Relationships: [
          {
            foreignKeyName: "metadata_property_belongs_to_a_dataset"
            columns: ["namespace", "dataset"]
            referencedRelation: "datasets"
            referencedColumns: ["namespace", "key"]
          },
        ]
      }
      namespaces: {
        Row: {
          contents_version: number
          description: string | null
          inserted_at: string
          key: string
          metadata: NonNullable<Json>
          metadata_version: number
          name: string | null
          protected: boolean
          updated_at: string
          version: string
        }
        Insert: {
          contents_version?: never
          description?: string | null
          inserted_at?: never
          key: string
          metadata?: NonNullable<Json>
          metadata_version?: never
          name?: string | null
          protected?: never
          updated_at?: never
          version?: never
        }
        Update: {
          contents_version?: never
          description?: string | null
          inserted_at?: never
          key?: string
          metadata?: NonNullable<Json>
          metadata_version?: never
          name?: string | null
          protected?: never
          updated_at?: never
          version?: never
        }
        Relationships: []
      }
      questions: {
        Row: {
          dataset: string
          description: string | null
          inserted_at: string
          name: string
          namespace: string
          position: number
          required: boolean
          settings: NonNullable<Json>
          title: string | null
          type: Database["postil"]["Enums"]["question_type"]
          updated_at: string
          version: string
        }
        Insert: {
          dataset: string
          description?: string | null
          inserted_at?: never
          name: string
          namespace: string
          position?: number
          required?: boolean
          settings?: NonNullable<Json>
          title?: string | null
          type: Database["postil"]["Enums"]["question_type"]
          updated_at?: never
          version?: never
        }
        Update: {
          dataset?: string
          description?: string | null
          inserted_at?: never
          name?: string
          namespace?: string
          position?: number
          required?: boolean
          settings?: NonNullable<Json>
          title?: string | null
          type?: Database["postil"]["Enums"]["question_type"]
          updated_at?: never
          version?: never
        }
        Relationships: [
          {
            foreignKeyName: "question_belongs_to_a_dataset"
            columns: ["namespace", "dataset"]
            referencedRelation: "datasets"
            referencedColumns: ["namespace", "key"]
          },
        ]
      }
      records: {
        Row: {
          completed_at: string | null
          created_by: string | null
          dataset: string
          external_id: string | null
          fields: NonNullable<Json>
          id: string
          inserted_at: string
          metadata: NonNullable<Json>
          min_submitted: number
          namespace: string
          status: Database["postil"]["Enums"]["record_status"]
          submitted_count: number
          updated_at: string
          version: string
        }
        Insert: {
          completed_at?: never
          created_by?: never
          dataset: string
          external_id?: string | null
          fields: NonNullable<Json>
          id?: string
          inserted_at?: never
          metadata?: NonNullable<Json>
          min_submitted?: number
          namespace: string
          status?: never
          submitted_count?: never
          updated_at?: never
          version?: never
        }
        Update: {
          completed_at?: never
          created_by?: never
          dataset?: string
          external_id?: string | null
          fields?: NonNullable<Json>
          id?: string
          inserted_at?: never
          metadata?: NonNullable<Json>
          min_submitted?: number
          namespace?: string
          status?: never
          submitted_count?: never
          updated_at?: never
          version?: never
        }
        Relationships: [
          {
            foreignKeyName: "record_belongs_to_a_dataset"
            columns: ["namespace", "dataset"]
            referencedRelation: "datasets"
            referencedColumns: ["namespace", "key"]
          },
        ]
      }
      responses: {
        Row: {
          excluded: boolean
          inserted_at: string
          namespace: string
          record_id: string
          status: Database["postil"]["Enums"]["response_status"]
          updated_at: string
          user_id: string
          values: Json | null
          version: string
        }
        Insert: {
          excluded?: never
          inserted_at?: never
          namespace: string
          record_id: string
          status?: Database["postil"]["Enums"]["response_status"]
          updated_at?: never
          user_id?: string
          values?: Json | null
          version?: never
        }
        Update: {
          excluded?: never
          inserted_at?: never
          namespace?: string
          record_id?: string
          status?: Database["postil"]["Enums"]["response_status"]
          updated_at?: never
          user_id?: string
          values?: Json | null
          version?: never
        }
        Relationships: [
          {
            foreignKeyName: "response_belongs_to_a_record"
            columns: ["namespace", "record_id"]
            referencedRelation: "records"
            referencedColumns: ["namespace", "id"]
          },
          {
            foreignKeyName: "response_belongs_to_a_user"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      suggestions: {
        Row: {
          agent: string
          created_by: string | null
          inserted_at: string
          namespace: string
          question: string
          record_id: string
          score: Json | null
          type: Database["postil"]["Enums"]["suggestion_type"]
          updated_at: string
          value: NonNullable<Json>
          version: string
        }
        Insert: {
          agent: string
          created_by?: never
          inserted_at?: never
          namespace: string
          question: string
          record_id: string
          score?: Json | null
          type?: Database["postil"]["Enums"]["suggestion_type"]
          updated_at?: never
          value: NonNullable<Json>
          version?: never
        }
        Update: {
          agent?: string
          created_by?: never
          inserted_at?: never
          namespace?: string
          question?: string
          record_id?: string
          score?: Json | null
          type?: Database["postil"]["Enums"]["suggestion_type"]
          updated_at?: never
          value?: NonNullable<Json>
          version?: never
        }
        Relationships: [
          {
            foreignKeyName: "suggestion_belongs_to_a_record"
            columns: ["namespace", "record_id"]
            referencedRelation: "records"
            referencedColumns: ["namespace", "id"]
          },
        ]
      }
      users: {
        Row: {
          deactivated_at: string | null
          id: string
          inserted_at: string
          name: string
          owner: boolean
          responses_excluded: boolean
          updated_at: string
        }
        Insert: {
          deactivated_at?: never
          id?: string
          inserted_at?: never
          name: string
          owner?: boolean
          responses_excluded?: never
          updated_at?: never
        }
        Update: {
          deactivated_at?: never
          id?: string
          inserted_at?: never
          name?: string
          owner?: boolean
          responses_excluded?: never
          updated_at?: never
        }
        Relationships: []
      }
    }
    Views: {
      api_keys: {
        Row: {
          expires_at: string | null
          id: string | null
          inserted_at: string | null
          name: string | null
          prefix: string | null
          revoked_at: string | null
          user_id: string | null
        }
        Relationships: []
      }
      audit: {
        Row: {
          action: string | null
          api_key_id: string | null
          at: string | null
          details: Json | null
          function: string | null
          namespace: string | null
          request_id: string | null
          role: string | null
          seq: number | null
          subject_id: string | null
          subject_name: string | null
          transaction: string | null
          user_id: string | null
          user_name: string | null
        }
        Relationships: []
      }
      changes: {
        Row: {
          api_key_id: string | null
          at: string | null
          function: string | null
          image: Json | null
          namespace: string | null
          operation: string | null
          record_id: string | null
          request_id: string | null
          role: string | null
          seq: number | null
          subject_id: string | null
          table: string | null
          transaction: string | null
          user_id: string | null
        }
        Relationships: []
      }
      events: {
        Row: {
          at: string | null
          batch: string | null
          dataset: string | null
          id: string | null
          namespace: string | null
          place: number | null
          position: string | null
          record_id: string | null
          role: string | null
          transaction: string | null
          type: string | null
          user_id: string | null
        }
        Relationships: []
      }
    }
    Functions: {
      cancel_deletion: {
        Args: { user_id: string }
        Returns: {
          done: number
          eta_seconds: number
          rate: number
          started_at: string
          state: string
          total: number
        }[]
      }
      create_api_key: {
        Args: { expires_at?: string; name: string; user_id?: string }
        Returns: {
          api_key: string
          id: string
          prefix: string
        }[]
      }
      create_dataset: {
        Args: { definition: Json; namespace: string }
        Returns: {
          allow_extra_metadata: boolean
          guidelines: string | null
          inserted_at: string
          key: string
          lease_seconds: number
          min_submitted: number
          name: string | null
          namespace: string
          skip_policy: Database["postil"]["Enums"]["skip_policy"]
          status: Database["postil"]["Enums"]["dataset_status"]
          updated_at: string
          version: string
        }
        SetofOptions: {
          from: "*"
          to: "datasets"
          isOneToOne: true
          isSetofReturn: false
        }
      }
      dataset_progress: {
        Args: { dataset: string; namespace: string }
        Returns: {
          completed: number
          discarded: number
          draft: number
          excluded: number
          pending: number
          submitted: number
          total: number
        }[]
      }
      deactivate_user: {
        Args: { exclude_responses?: boolean; user_id: string }
        Returns: {
          deactivated_at: string | null
          id: string
          inserted_at: string
          name: string
          owner: boolean
          responses_excluded: boolean
          updated_at: string
        }
        SetofOptions: {
          from: "*"
          to: "users"
          isOneToOne: true
          isSetofReturn: false
        }
      }
      delete_records: {
        Args: { ids: string[]; namespace: string }
        Returns: {
          action: string
          id: string
          index: number
        }[]
      }
      delete_user: {
        Args: { expected_responses: number; user_id: string }
        Returns: {
          api_keys: number
          discarded: number
          draft: number
          id: string
          memberships: number
          name: string
          reopened: number
          responses: number
          seconds: number
          submitted: number
        }[]
      }
      delete_user_in_background: {
        Args: {
          batch_size?: number
          expected_responses?: number
          user_id: string
        }
        Returns: {
          done: number
          eta_seconds: number
          rate: number
          started_at: string
          state: string
          total: number
        }[]
      }
      deletion_progress: {
        Args: { user_id: string }
        Returns: {
          done: number
          eta_seconds: number
          rate: number
          started_at: string
          state: string
          total: number
        }[]
      }
      erase_user: {
        Args: { name: string; user_id: string }
        Returns: {
          id: string
          images: number
          responses: number
        }[]
      }
      events_after: {
        Args: { after?: string; limit?: number; namespace: string }
        Returns: {
          at: string
          dataset: string
          id: string
          position: string
          record_id: string
          role: string
          type: string
          user_id: string
        }[]
      }
      explain_status: {
        Args: { namespace: string; record: string }
        Returns: {
          dataset_min_submitted: number
          details: Json
          explanation: string
          min_submitted: number
          status: Database["postil"]["Enums"]["record_status"]
          submitted_count: number
        }[]
      }
      export_records: {
        Args: {
          after?: string
          dataset: string
          limit?: number
          namespace: string
        }
        Returns: {
          id: string
          record: Json
        }[]
      }
      history_days: { Args: Record<PropertyKey, never>; Returns: number }
      me: {
        Args: Record<PropertyKey, never>
        Returns: {
          id: string
          members: Json
          name: string
          owner: boolean
        }[]
      }
      namespace_contents: { Args: { namespace: string }; Returns: Json }
      next_records: {
        Args: { dataset: string; limit?: number; namespace: string }
        Returns: {
          completed_at: string | null
          created_by: string | null
          dataset: string
          external_id: string | null
          fields: NonNullable<Json>
          id: string
          inserted_at: string
          metadata: NonNullable<Json>
          min_submitted: number
          namespace: string
          status: Database["postil"]["Enums"]["record_status"]
          submitted_count: number
          updated_at: string
          version: string
        }[]
        SetofOptions: {
          from: "*"
          to: "records"
          isOneToOne: false
          isSetofReturn: true
        }
      }
      protect_namespace: {
        Args: { namespace: string }
        Returns: {
          contents_version: number
          description: string | null
          inserted_at: string
          key: string
          metadata: NonNullable<Json>
          metadata_version: number
          name: string | null
          protected: boolean
          updated_at: string
          version: string
        }
        SetofOptions: {
          from: "*"
          to: "namespaces"
          isOneToOne: true
          isSetofReturn: false
        }
      }
      publish_dataset: {
        Args: { dataset: string; namespace: string }
        Returns: {
          allow_extra_metadata: boolean
          guidelines: string | null
          inserted_at: string
          key: string
          lease_seconds: number
          min_submitted: number
          name: string | null
          namespace: string
          skip_policy: Database["postil"]["Enums"]["skip_policy"]
          status: Database["postil"]["Enums"]["dataset_status"]
          updated_at: string
          version: string
        }
        SetofOptions: {
          from: "*"
          to: "datasets"
          isOneToOne: true
          isSetofReturn: false
        }
      }
      reactivate_user: {
        Args: { user_id: string }
        Returns: {
          deactivated_at: string | null
          id: string
          inserted_at: string
          name: string
          owner: boolean
          responses_excluded: boolean
          updated_at: string
        }
        SetofOptions: {
          from: "*"
          to: "users"
          isOneToOne: true
          isSetofReturn: false
        }
      }
      release_records: {
        Args: { namespace: string; record_ids?: string[] }
        Returns: number
      }
      repair: {
        Args: Record<PropertyKey, never>
        Returns: {
          became: Json
          kind: string
          object: string
          was: Json
        }[]
      }
      response_history: {
        Args: { namespace: string; record_id: string }
        Returns: {
          at: string
          changed_by: string
          operation: string
          role: string
          seq: number
          status: Database["postil"]["Enums"]["response_status"]
          updated_at: string
          user_id: string
          values: Json
        }[]
      }
      restore_user: {
        Args: { on_conflict?: string; user_id: string }
        Returns: {
          completed: number
          conflicts: Json
          id: string
          memberships: number
          name: string
          responses: number
          skipped: number
        }[]
      }
      revoke_api_key: { Args: { id: string }; Returns: string }
      set_history_days: { Args: { days: number }; Returns: number }
      submit_response: {
        Args: { namespace: string; record_id: string; values: Json }
        Returns: {
          excluded: boolean
          inserted_at: string
          namespace: string
          record_id: string
          status: Database["postil"]["Enums"]["response_status"]
          updated_at: string
          user_id: string
          values: Json | null
          version: string
        }
        SetofOptions: {
          from: "*"
          to: "responses"
          isOneToOne: true
          isSetofReturn: false
        }
      }
      unprotect_namespace: {
        Args: { namespace: string }
        Returns: {
          contents_version: number
          description: string | null
          inserted_at: string
          key: string
          metadata: NonNullable<Json>
          metadata_version: number
          name: string | null
          protected: boolean
          updated_at: string
          version: string
        }
        SetofOptions: {
          from: "*"
          to: "namespaces"
          isOneToOne: true
          isSetofReturn: false
        }
      }
      upsert_records: {
        Args: {
          dataset: string
          dry_run?: boolean
          namespace: string
          on_error?: string
          rows: Json
        }
        Returns: {
          action: string
          code: string
          details: string
          hint: string
          id: string
          index: number
          message: string
        }[]
      }
      upsert_responses: {
        Args: { namespace: string; on_error?: string; rows: Json }
        Returns: {
          action: string
          code: string
          details: string
          hint: string
          index: number
          message: string
          record_id: string
          record_status: Database["postil"]["Enums"]["record_status"]
          user_id: string
        }[]
      }
      user_deletion_preview: {
        Args: { user_id: string }
        Returns: {
          api_keys: number
          datasets: Json
          discarded: number
          draft: number
          estimated_from: string
          estimated_seconds: number
          id: string
          last_admin_of: string[]
          last_owner: boolean
          memberships: Json
          name: string
          reopens: number
          responses: number
          submitted: number
        }[]
      }
      user_progress: {
        Args: { dataset: string; namespace: string; user_id?: string }
        Returns: {
          discarded: number
          draft: number
          excluded: number
          submitted: number
        }[]
      }
      verify: {
        Args: Record<PropertyKey, never>
        Returns: {
          check: string
          checked: number
          example: string
          promise: string
          wrong: number
        }[]
      }
    }
    Enums: {
      dataset_status: "draft" | "ready"
      field_type: "text" | "chat" | "image" | "custom"
      member_role: "viewer" | "annotator" | "reviewer" | "admin"
      metadata_type: "terms" | "integer" | "float"
      question_type:
        | "text"
        | "rating"
        | "label_selection"
        | "multi_label_selection"
        | "ranking"
        | "span"
      record_status: "pending" | "completed"
      response_status: "draft" | "submitted" | "discarded"
      skip_policy: "others" | "later" | "done"
      suggestion_type: "model" | "human"
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "postil">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] &
        DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] &
        DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R
      }
      ? R
      : never
    : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I
      }
      ? I
      : never
    : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U
      }
      ? U
      : never
    : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never

export const Constants = {
  postil: {
    Enums: {
      dataset_status: ["draft", "ready"],
      field_type: ["text", "chat", "image", "custom"],
      member_role: ["viewer", "annotator", "reviewer", "admin"],
      metadata_type: ["terms", "integer", "float"],
      question_type: [
        "text",
        "rating",
        "label_selection",
        "multi_label_selection",
        "ranking",
        "span",
      ],
      record_status: ["pending", "completed"],
      response_status: ["draft", "submitted", "discarded"],
      skip_policy: ["others", "later", "done"],
      suggestion_type: ["model", "human"],
    },
  },
} as const
